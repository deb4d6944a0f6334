import { grantedPermissions, includesLevel } from '../../access';
import type { Organisation } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import type { Call, Route } from '../../http/Route';
import { insiderRole } from '../rights/insiderRole';
import { changeOrganisation } from './changeOrganisation';
import { presentFullOrganisation } from './presentFullOrganisation';
import { presentOrganisation } from './presentOrganisation';

/** https://docs.github.com/rest/orgs/orgs */
export const organisationRoutes: Route[] = [
  {
    route: 'GET /orgs/{org}',
    on: 'organisation',
    handle: call => ({ body: present(call, call.organisation) }),
  },
  {
    // Not in GitHub's description, but repositories and teams name it.
    route: 'GET /organizations/{organization_id}',
    on: 'anything',
    handle(call) {
      const { sandbox, params } = call;
      const organisation = sandbox.state.organisations.get(
        Number(params.organization_id),
      );
      if (!organisation) throw notFound();
      return { body: present(call, organisation) };
    },
  },
  {
    route: 'PATCH /orgs/{org}',
    on: 'organisation',
    access: {
      permission: { name: 'organization_administration', level: 'write' },
      organisation: 'admin',
      scopes: ['admin:org', 'repo'],
    },
    handle(call) {
      const { sandbox, organisation, body } = call;
      changeOrganisation({ organisation, body });
      organisation.updatedAt = sandbox.clock.iso();
      return { body: present(call, organisation) };
    },
  },
  {
    route: 'GET /organizations',
    on: 'anything',
    handle(call) {
      const { sandbox, query, page, urls } = call;
      const since = Number(query.get('since') ?? 0);
      const rest = sandbox.state.organisations
        .filter(({ id }) => id > since)
        .sort((a, b) => a.id - b.id);
      const rows = rest.slice(0, page.perPage);
      const next = `${urls.api}/organizations?since=${
        rows.at(-1)?.id
      }&per_page=${page.perPage}`;
      return {
        body: rows.map(organisation =>
          presentOrganisation({ urls, organisation }),
        ),
        ...(rest.length > rows.length && {
          headers: { link: `<${next}>; rel="next"` },
        }),
      };
    },
  },
];

function present(call: Call, organisation: Organisation) {
  return presentFullOrganisation({
    ...call,
    organisation,
    forOwner: seesSettings(call, organisation),
  });
}

/** Owners, and Apps that may read the plan or the administration. */
function seesSettings(call: Call, organisation: Organisation): boolean {
  const { sandbox, viewer } = call;
  if (viewer.kind !== 'installation') {
    return insiderRole({ sandbox, viewer, organisation }) === 'admin';
  }
  const granted = grantedPermissions({ sandbox, viewer, organisation });
  return ['organization_plan', 'organization_administration'].some(name =>
    includesLevel({ granted, needed: { name, level: 'read' } }),
  );
}
