import type { HookScope } from './HookScope';
import { hookCrudRoutes } from './hookCrudRoutes';
import { hookDeliveryRoutes } from './hookDeliveryRoutes';
import { hookPingRoute } from './hookPingRoute';

const scope: HookScope = {
  on: 'organisation',
  prefix: '/orgs/{org}',
  access: level => ({
    as: 'signedIn',
    permission: { name: 'organization_hooks', level },
    scopes: ['admin:org_hook'],
  }),
  subjectOf: ({ organisation }) => ({
    target: { kind: 'organisation', id: organisation.id },
    account: organisation,
  }),
  pathOf: ({ params }) => `/orgs/${params.org}`,
};

/** https://docs.github.com/rest/orgs/webhooks */
export const organisationHookRoutes = [
  ...hookCrudRoutes({ scope }),
  ...hookDeliveryRoutes({ scope }),
  hookPingRoute({ scope }),
];
