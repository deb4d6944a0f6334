import { organisationRoleOf } from '../../access';
import type { Viewer } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { App } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import type { Route } from '../../http/Route';
import { presentApp } from '../present/presentApp';

/** What an App is: asked by itself, and by others. */
export const getAppRoutes: Route[] = [
  {
    route: 'GET /app',
    on: 'anything',
    access: { as: 'app' },
    handle({ sandbox, urls, viewer }) {
      if (viewer.kind !== 'app') throw notFound();
      return {
        body: presentApp({ sandbox, urls, app: viewer.app, own: true }),
      };
    },
  },
  {
    route: 'GET /apps/{app_slug}',
    on: 'anything',
    handle({ sandbox, urls, viewer, params }) {
      const app = sandbox.state.apps.first('slug', params.app_slug);
      if (!app || !mayKnow({ sandbox, viewer, app })) throw notFound();
      return { body: presentApp({ sandbox, urls, app }) };
    },
  },
];

/** A private App is known to itself, and to its owner's people. */
function mayKnow(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  app: App;
}): boolean {
  const { sandbox, viewer, app } = options;
  if (app.public) return true;
  if (viewer.kind === 'app' || viewer.kind === 'installation') {
    return viewer.app.id === app.id;
  }
  if (viewer.kind !== 'user') return false;
  const organisation = sandbox.state.organisations.get(app.nodeOwnerId);
  return organisation
    ? organisationRoleOf({ user: viewer.user, organisation }) !== undefined
    : viewer.user.id === app.nodeOwnerId;
}
