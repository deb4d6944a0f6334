import { canSee } from '../../access';
import type { Repository } from '../../core/state';
import { findAccount } from '../../core/names/findAccount';
import { notFound, validationFailed } from '../../http/GitHubError';
import type { Call, Route } from '../../http/Route';
import { presentRepository } from '../present/presentRepository';
import { listAnswer } from './listAnswer';
import { repositoriesOfUser } from './repositoriesOfUser';

/** https://docs.github.com/rest/repos/repos */
export const listRoutes: Route[] = [
  {
    route: 'GET /orgs/{org}/repos',
    on: 'organisation',
    handle(call) {
      const type = call.query.get('type') ?? 'all';
      const repositories = visible(call, call.organisation.id).filter(
        repository => isOfType(repository, type),
      );
      return listAnswer({ call, repositories, sort: 'created' });
    },
  },
  {
    route: 'GET /users/{username}/repos',
    on: 'anything',
    handle(call) {
      const { sandbox, params, query } = call;
      const account = findAccount({ sandbox, login: params.username });
      if (!account) throw notFound();
      const type = query.get('type') ?? 'owner';
      const owned = type === 'member' ? [] : visible(call, account.id);
      const member =
        type === 'owner' || account.kind !== 'user'
          ? []
          : repositoriesOfUser({
              sandbox,
              user: account,
              affiliations: ['collaborator', 'organization_member'],
            }).filter(repository => canSee({ ...call, repository }));
      return listAnswer({
        call,
        // Private ones are not in the list of an account, but for organisations.
        repositories: [...owned, ...member].filter(
          ({ visibility }) =>
            account.kind === 'organisation' || visibility === 'public',
        ),
        sort: 'full_name',
      });
    },
  },
  {
    route: 'GET /user/repos',
    on: 'anything',
    access: { as: 'user', permission: { name: 'metadata', level: 'read' } },
    handle(call) {
      const { sandbox, viewer, query } = call;
      if (viewer.kind !== 'user') throw notFound();
      if (
        query.has('type') &&
        (query.has('visibility') || query.has('affiliation'))
      ) {
        throw validationFailed({
          errors: [
            'If you specify visibility or affiliation, you cannot specify type.',
          ],
        });
      }
      const type = query.get('type') ?? 'all';
      const visibility = query.get('visibility') ?? 'all';
      const repositories = repositoriesOfUser({
        sandbox,
        user: viewer.user,
        affiliations: affiliations(query),
      }).filter(
        repository =>
          canSee({ ...call, repository }) &&
          isOfType(repository, type === 'private' ? type : visibility) &&
          (type !== 'public' || repository.visibility === 'public'),
      );
      return listAnswer({ call, repositories, sort: 'full_name' });
    },
  },
  {
    route: 'GET /repositories',
    on: 'anything',
    handle(call) {
      const since = Number(call.query.get('since') ?? 0);
      const rest = call.sandbox.state.repositories
        .filter(({ id, visibility }) => visibility === 'public' && id > since)
        .sort((a, b) => a.id - b.id);
      const rows = rest.slice(0, 100);
      const next = `${call.urls.api}/repositories?since=${rows.at(-1)?.id}`;
      return {
        body: rows.map(repository =>
          presentRepository({ ...call, repository }),
        ),
        ...(rest.length > rows.length && {
          headers: { link: `<${next}>; rel="next"` },
        }),
      };
    },
  },
];

function visible(call: Call, ownerId: number): Repository[] {
  return call.sandbox.state.repositories
    .by('owner', ownerId)
    .filter(repository => canSee({ ...call, repository }));
}

function isOfType(repository: Repository, type: string): boolean {
  switch (type) {
    case 'public':
      return repository.visibility === 'public';
    case 'private':
      // Internal ones count as private.
      return repository.visibility !== 'public';
    case 'internal':
      return repository.visibility === 'internal';
    case 'forks':
      return repository.parentId !== null;
    case 'sources':
      return repository.parentId === null;
    default:
      return true;
  }
}

function affiliations(query: URLSearchParams) {
  switch (query.get('type')) {
    case 'owner':
      return ['owner'];
    case 'member':
      return ['collaborator', 'organization_member'];
    default:
      return (
        query.get('affiliation') ?? 'owner,collaborator,organization_member'
      ).split(',');
  }
}
