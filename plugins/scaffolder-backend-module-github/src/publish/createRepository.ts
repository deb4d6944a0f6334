import {
  ConflictError,
  ForwardedError,
  NotFoundError,
  toError,
} from '@backstage/errors';
import type { GithubCall } from '../calls/GithubCall';
import { once, type Attempt } from '../journal/once';
import { adoptRepository } from './adoptRepository';
import { isNameTaken } from './isNameTaken';
import { keyOf, type PublishContext } from './PublishContext';
import type { RepositoryInput } from './RepositoryInput';
import { accessTeam } from './steps/accessSteps';
import { createCall } from './steps/createCall';

/** Of a repository that was made. */
export interface MadeRepository {
  cloneUrl: string;
  htmlUrl: string;
}

/**
 * Makes a repository, once in the life of a run. A repository that an earlier try has made without seeing the answer is taken over; one of
 * somebody else's is not. Throws `NotFoundError` where `access` names no team, `ConflictError` where the name is taken.
 */
export async function createRepository(
  options: PublishContext & { input: RepositoryInput },
): Promise<MadeRepository> {
  const { ctx, client, target, input } = options;
  const { owner, repo } = target;
  return once({
    ctx,
    key: keyOf(target, 'repo.create'),
    async run(attempt) {
      const { data: account } = await client.rest.users.getByUsername({
        username: owner,
      });
      await assertTeam(options);
      const isOrganisation = account.type === 'Organization';
      const call = createCall({ target, input, isOrganisation });
      try {
        return await make(options, call);
      } catch (error) {
        const kind = account.type;
        if (isNameTaken(error)) {
          return takeOver(options, attempt, error);
        }
        const { message } = toError(error);
        if (message.startsWith('Resource not accessible by integration')) {
          ctx.logger.warn(
            `The GitHub app or token provided may not have the required permissions to create the ${kind} repository ${owner}/${repo}.`,
          );
        }
        throw new ForwardedError(
          `Failed to create the ${kind} repository ${owner}/${repo}`,
          error,
        );
      }
    },
  });
}

async function make(
  { client }: PublishContext,
  { route, parameters }: GithubCall,
): Promise<MadeRepository> {
  const { data } = await client.request(route, parameters);
  return { cloneUrl: data.clone_url, htmlUrl: data.html_url };
}

async function takeOver(
  options: PublishContext & { input: RepositoryInput },
  attempt: Attempt,
  error: unknown,
): Promise<MadeRepository> {
  const { ctx, target, input } = options;
  const name = `${target.owner}/${target.repo}`;
  const found = await adoptRepository({
    ...options,
    attempts: attempt.unknown,
    isInitialised: input.autoInit ?? false,
  });
  if (!found) {
    throw new ConflictError(
      `There is a repository ${name} already; choose another name, or remove it if nobody needs it`,
      toError(error),
    );
  }
  ctx.logger.info(`Going on with ${name}, which this run has made before`);
  return found;
}

async function assertTeam(
  options: PublishContext & { input: RepositoryInput },
): Promise<void> {
  const { client, target } = options;
  const team = accessTeam(options);
  if (!team) return;
  try {
    await client.rest.teams.getByName({ org: target.owner, team_slug: team });
  } catch (error) {
    if ((error as { status?: number }).status !== 404) throw error;
    throw new NotFoundError(
      `${target.owner} has no team ${team}, or it cannot be seen: correct the input access`,
    );
  }
}
