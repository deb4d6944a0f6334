import type { HookScope } from './HookScope';
import { hookCrudRoutes } from './hookCrudRoutes';
import { hookDeliveryRoutes } from './hookDeliveryRoutes';
import { hookPingRoute } from './hookPingRoute';
import { hookTestRoutes } from './hookTestRoutes';

const scope: HookScope = {
  on: 'repository',
  prefix: '/repos/{owner}/{repo}',
  access: level => ({
    as: 'signedIn',
    permission: { name: 'repository_hooks', level },
    scopes:
      level === 'read'
        ? ['admin:repo_hook', 'read:repo_hook', 'repo', 'write:repo_hook']
        : ['admin:repo_hook', 'repo', 'write:repo_hook'],
  }),
  subjectOf: ({ repository, owner }) => ({
    target: { kind: 'repository', id: repository.id },
    account: owner,
  }),
  pathOf: ({ params }) => `/repos/${params.owner}/${params.repo}`,
};

/** https://docs.github.com/rest/repos/webhooks */
export const repositoryHookRoutes = [
  ...hookCrudRoutes({ scope }),
  ...hookDeliveryRoutes({ scope }),
  hookPingRoute({ scope }),
  ...hookTestRoutes({ scope }),
];
