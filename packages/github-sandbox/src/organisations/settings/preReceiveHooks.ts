import { notFound } from '../../http/GitHubError';
import type { Route } from '../../http/Route';

/**
 * Only GitHub Enterprise Server has them.
 * https://docs.github.com/en/enterprise-server/rest/enterprise-admin/org-pre-receive-hooks
 */
export const listPreReceiveHooks: Route = {
  route: 'GET /orgs/{org}/pre-receive-hooks',
  on: 'organisation',
  access: {
    permission: { name: 'organization_administration', level: 'read' },
    organisation: 'admin',
    scopes: ['admin:org_hook', 'admin:org'],
  },
  handle({ organisation, urls }) {
    if (!urls.enterprise) throw notFound();
    return {
      body: (organisation.preReceiveHooks ?? []).map(hook => ({
        ...hook,
        configuration_url: `${urls.api}/admin/pre-receive-hooks/${hook.id}`,
      })),
    };
  },
};
