import { actorOf, canSee } from '../../access';
import { findAccount } from '../../core/names/findAccount';
import { GitHubError, notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { refreshFacts } from '../facts/refreshFacts';
import { sortRepositories } from '../lists/sortRepositories';
import { forksOf } from '../present/forksOf';
import { presentRepository } from '../present/presentRepository';
import { assertMayOwn } from './assertMayOwn';
import { forkRepository } from './forkRepository';
import { readText } from '../../http/body/readText';

/** https://docs.github.com/rest/repos/forks */
export const forkRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/forks',
    on: 'repository',
    handle(call) {
      const forks = forksOf(call).filter(repository =>
        canSee({ ...call, repository }),
      );
      const sorted = sortRepositories({
        repositories: forks,
        sort: 'created',
        direction: call.query.get('sort') === 'oldest' ? 'asc' : 'desc',
      });
      const { rows, total } = paginate({ call, rows: sorted });
      return {
        body: rows.map(repository =>
          presentRepository({ ...call, repository }),
        ),
        total,
      };
    },
  },
  {
    route: 'POST /repos/{owner}/{repo}/forks',
    on: 'repository',
    access: {
      as: 'signedIn',
      permission: { name: 'administration', level: 'write' },
    },
    async handle(call) {
      const { sandbox, viewer, body, repository } = call;
      const sender = actorOf(viewer);
      const owner = ownerOf(call);
      assertMayOwn({ viewer, owner });
      if (owner.id === repository.ownerId) {
        throw new GitHubError({
          status: 403,
          message: 'A repository cannot be forked to the account that owns it.',
        });
      }
      if (!repository.pushedAt) {
        throw new GitHubError({
          status: 403,
          message:
            'The repository exists, but it contains no Git content. Empty repositories cannot be forked.',
        });
      }
      const forkee = await forkRepository({
        sandbox,
        repository,
        owner,
        sender,
        name: readText({ body, field: 'name' }) ?? undefined,
        defaultBranchOnly: body.default_branch_only === true,
      });
      await refreshFacts({ sandbox, repositories: [forkee] });
      return {
        status: 202,
        body: presentRepository({ ...call, repository: forkee, shape: 'full' }),
      };
    },
  },
];

function ownerOf({ sandbox, viewer, body }: RepositoryCall) {
  if (body.organization === undefined) return actorOf(viewer);
  const owner = findAccount({ sandbox, login: String(body.organization) });
  if (owner?.kind !== 'organisation') throw notFound();
  return owner;
}
