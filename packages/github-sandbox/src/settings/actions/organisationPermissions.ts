import type { Repository } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { OrganisationCall, Route } from '../../http/Route';
import { readChoice } from '../../http/body/readChoice';
import { notSupplied } from '../../http/invalidRequest';
import { presentRepository } from '../../repositories/present/presentRepository';
import { ownRepository } from '../secrets/selectedRepositories';
import { DEFAULT_SELECTION, readSelection } from './readSelection';

const path = '/orgs/{org}/actions/permissions';
const resource = 'ActionsPermissions';
const access = (level: 'read' | 'write') => ({
  permission: { name: 'organization_administration', level },
  organisation: 'admin' as const,
  scopes: ['admin:org'],
});

/** What workflows of all repositories of an organisation may do, kept in GitHub's own JSON. https://docs.github.com/rest/actions/permissions */
export const organisationPermissionRoutes: Route[] = [
  {
    route: `GET ${path}`,
    on: 'organisation',
    access: access('read'),
    handle({ organisation, urls }) {
      const { enabled_repositories = 'all', allowed_actions = 'all' } =
        organisation.actionsPermissions ?? {};
      const url = `${urls.api}/orgs/${organisation.login}/actions/permissions`;
      return {
        body: {
          enabled_repositories,
          ...(enabled_repositories === 'selected' && {
            selected_repositories_url: `${url}/repositories`,
          }),
          ...(enabled_repositories !== 'none' && { allowed_actions }),
          ...(allowed_actions === 'selected' && {
            selected_actions_url: `${url}/selected-actions`,
          }),
          sha_pinning_required: false,
        },
      };
    },
  },
  {
    route: `PUT ${path}`,
    on: 'organisation',
    access: access('write'),
    handle(call) {
      const { body } = call;
      const enabled = readChoice({
        body,
        field: 'enabled_repositories',
        words: ['all', 'none', 'selected'],
        resource,
      });
      const allowed = readChoice({
        body,
        field: 'allowed_actions',
        words: ['all', 'local_only', 'selected'],
        resource,
      });
      if (!enabled) throw notSupplied('enabled_repositories');
      set(call, {
        enabled_repositories: enabled,
        ...(allowed && { allowed_actions: allowed }),
      });
      return { status: 204 };
    },
  },
  {
    route: `GET ${path}/repositories`,
    on: 'organisation',
    access: access('read'),
    handle(call) {
      const { rows, total } = paginate({ call, rows: selected(call) });
      return {
        body: {
          total_count: total,
          repositories: rows.map(repository =>
            presentRepository({ ...call, repository }),
          ),
        },
        total,
      };
    },
  },
  {
    route: `PUT ${path}/repositories`,
    on: 'organisation',
    access: access('write'),
    handle(call) {
      const ids = call.body.selected_repository_ids;
      if (!Array.isArray(ids)) throw notSupplied('selected_repository_ids');
      select(
        call,
        ids.map(id => ownRepository(call, id)),
      );
      return { status: 204 };
    },
  },
  {
    route: `PUT ${path}/repositories/{repository_id}`,
    on: 'organisation',
    access: access('write'),
    handle(call) {
      const repository = ownRepository(call, call.params.repository_id);
      select(call, [...selected(call), repository]);
      return { status: 204 };
    },
  },
  {
    route: `DELETE ${path}/repositories/{repository_id}`,
    on: 'organisation',
    access: access('write'),
    handle(call) {
      const repository = ownRepository(call, call.params.repository_id);
      select(
        call,
        selected(call).filter(other => other !== repository),
      );
      return { status: 204 };
    },
  },
  {
    route: `GET ${path}/selected-actions`,
    on: 'organisation',
    access: access('read'),
    handle: ({ organisation }) => ({
      body:
        organisation.actionsPermissions?.selected_actions ?? DEFAULT_SELECTION,
    }),
  },
  {
    route: `PUT ${path}/selected-actions`,
    on: 'organisation',
    access: access('write'),
    handle(call) {
      set(call, { selected_actions: readSelection(call.body) });
      return { status: 204 };
    },
  },
  {
    route: `GET ${path}/workflow`,
    on: 'organisation',
    access: access('read'),
    handle({ organisation: { actionsPermissions = {} } }) {
      return {
        body: {
          default_workflow_permissions:
            actionsPermissions.default_workflow_permissions ?? 'read',
          can_approve_pull_request_reviews:
            actionsPermissions.can_approve_pull_request_reviews ?? false,
        },
      };
    },
  },
  {
    route: `PUT ${path}/workflow`,
    on: 'organisation',
    access: access('write'),
    handle(call) {
      const { body } = call;
      const permissions = readChoice({
        body,
        field: 'default_workflow_permissions',
        words: ['read', 'write'],
        resource,
      });
      set(call, {
        ...(permissions && { default_workflow_permissions: permissions }),
        ...(typeof body.can_approve_pull_request_reviews === 'boolean' && {
          can_approve_pull_request_reviews:
            body.can_approve_pull_request_reviews,
        }),
      });
      return { status: 204 };
    },
  },
];

function set(
  { organisation }: OrganisationCall,
  values: Record<string, unknown>,
) {
  organisation.actionsPermissions = {
    ...organisation.actionsPermissions,
    ...values,
  };
}

function selected(call: OrganisationCall): Repository[] {
  const { organisation, sandbox } = call;
  const { selected_repository_ids: ids = [] } =
    organisation.actionsPermissions ?? {};
  return (ids as number[]).flatMap(
    id => sandbox.state.repositories.get(id) ?? [],
  );
}

function select(call: OrganisationCall, repositories: Repository[]) {
  if (
    call.organisation.actionsPermissions?.enabled_repositories !== 'selected'
  ) {
    throw new GitHubError({
      status: 409,
      message: 'Enabled repositories are not set to selected.',
    });
  }
  set(call, {
    selected_repository_ids: [...new Set(repositories.map(({ id }) => id))],
  });
}
