import { actorOf } from '../../access';
import { findAccount } from '../../core/names/findAccount';
import { accountById } from '../../core/names/accountById';
import { GitHubError } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { notSupplied } from '../../http/invalidRequest';
import { presentRepository } from '../present/presentRepository';
import { presentAccount } from '../../organisations/presentAccount';
import { assertMayOwn } from '../creation/assertMayOwn';
import { renameRepository } from './renameRepository';
import { readText } from '../../http/body/readText';

/** Gives a repository to another owner, at once: nobody has to accept it here. https://docs.github.com/rest/repos/repos#transfer-a-repository */
export const transferRepository: Route = {
  route: 'POST /repos/{owner}/{repo}/transfer',
  on: 'repository',
  access: {
    permission: { name: 'administration', level: 'write' },
    role: 'admin',
  },
  handle(call) {
    const { sandbox, repository, body, urls, viewer } = call;
    if (typeof body.new_owner !== 'string') throw notSupplied('new_owner');
    const owner = findAccount({ sandbox, login: body.new_owner });
    if (!owner) {
      throw new GitHubError({
        status: 422,
        message: 'New owner is not a valid user or organization.',
      });
    }
    if (owner.kind === 'organisation') assertMayOwn({ viewer, owner });
    const before = accountById({ sandbox, id: repository.ownerId })!;
    renameRepository({
      sandbox,
      repository,
      owner,
      name: readText({ body, field: 'new_name' }) ?? repository.name,
    });
    for (const team of sandbox.state.teams.all()) {
      team.repositories = team.repositories.filter(
        ({ repositoryId }) => repositoryId !== repository.id,
      );
      if (
        team.organisationId === owner.id &&
        [body.team_ids ?? []].flat().includes(team.id)
      ) {
        team.repositories.push({
          repositoryId: repository.id,
          permission: 'pull',
        });
      }
    }
    repository.updatedAt = sandbox.clock.iso();
    const from = presentAccount({ urls, account: before });
    sandbox.events.emit({
      name: 'repository',
      action: 'transferred',
      repository,
      sender: actorOf(viewer),
      changes: {
        owner: {
          from:
            before.kind === 'organisation'
              ? { organization: from }
              : { user: from },
        },
      },
    });
    return { status: 202, body: presentRepository(call) };
  },
};
