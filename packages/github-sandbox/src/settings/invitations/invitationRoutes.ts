import type { Route } from '../../http/Route';

/** Adding a collaborator takes effect at once, so there are never invitations. https://docs.github.com/rest/collaborators/invitations */
export const invitationRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/invitations',
    on: 'repository',
    access: {
      permission: { name: 'administration', level: 'read' },
      role: 'admin',
    },
    handle: () => ({ body: [], total: 0 }),
  },
  {
    route: 'GET /user/repository_invitations',
    on: 'anything',
    access: { as: 'user' },
    handle: () => ({ body: [], total: 0 }),
  },
];
