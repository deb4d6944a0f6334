import type { Repository, StoredSecret } from '../../core/state';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';

/** The secrets and variables of the organisation that a repository sees. https://docs.github.com/rest/actions/secrets#list-repository-organization-secrets */
export const organisationValueRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/actions/organization-secrets',
    on: 'repository',
    access: { permission: { name: 'secrets', level: 'read' }, role: 'push' },
    handle(call) {
      const { rows, total } = paginate({ call, rows: shown(call, 'secrets') });
      return {
        body: { total_count: total, secrets: rows.map(present) },
        total,
      };
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/actions/organization-variables',
    on: 'repository',
    access: {
      permission: { name: 'actions_variables', level: 'read' },
      role: 'push',
    },
    handle(call) {
      const { rows, total } = paginate({
        call,
        rows: shown(call, 'variables'),
      });
      return {
        body: {
          total_count: total,
          variables: rows.map(one => ({ ...present(one), value: one.value })),
        },
        total,
      };
    },
  },
];

function shown(call: RepositoryCall, kind: 'secrets' | 'variables') {
  const { sandbox, repository } = call;
  const organisation = sandbox.state.organisations.get(repository.ownerId);
  return (organisation?.[kind] ?? []).filter(one => sees(repository, one));
}

function sees(repository: Repository, one: StoredSecret): boolean {
  switch (one.visibility) {
    case 'selected':
      return one.selectedRepositoryIds?.includes(repository.id) ?? false;
    case 'private':
      return repository.visibility !== 'public';
    default:
      return true;
  }
}

function present({ name, createdAt, updatedAt }: StoredSecret) {
  return { name, created_at: createdAt, updated_at: updatedAt };
}
