import type { Route } from '../../http/Route';

const access = {
  permission: { name: 'administration', level: 'read' as const },
  role: 'admin' as const,
};

/** Nobody runs runners of their own here. */
export const listRunners: Route = {
  route: 'GET /repos/{owner}/{repo}/actions/runners',
  on: 'repository',
  access,
  handle: () => ({ body: { total_count: 0, runners: [] }, total: 0 }),
};
