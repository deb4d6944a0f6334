import { Hono } from 'hono';
import { getPath } from 'hono/utils/url';
import type { Sandbox } from './core/Sandbox';
import { features } from './features';
import { applyFaults } from './http/applyFaults';
import { createRestRouter } from './http/createRestRouter';
import type { Env } from './http/Env';
import { guardHost } from './http/guardHost';
import { dateHeader } from './http/dateHeader';
import { logRequests } from './http/logRequests';
import { notCovered } from './http/notCovered';
import { notCoveredPage } from './pages/notCoveredPage';
import { wantsPage } from './pages/wantsPage';
import { pathOfRepositoryId } from './repositories/web/pathOfRepositoryId';

/** The whole server as one fetch handler. */
export function createApp(options: {
  sandbox: Sandbox;
  controlToken?: string;
  onError: (error: unknown) => void;
}): Hono<Env> {
  const { sandbox, controlToken, onError } = options;
  const app = new Hono<Env>({
    // Every route of a repository is known by the repository's number as well. Rights are asked afterwards, as for any path.
    getPath: request => pathOfRepositoryId({ sandbox, path: getPath(request) }),
  });
  app.onError((error, context) => {
    onError(error);
    return context.json({ message: 'Server Error' }, 500);
  });
  app.use(dateHeader({ sandbox }));
  app.use(logRequests({ sandbox }));
  app.use(guardHost);
  app.use(applyFaults({ sandbox }));

  for (const feature of features) {
    feature.mount?.({ app, sandbox, controlToken });
  }
  const rest = createRestRouter({
    sandbox,
    routes: features.flatMap(({ routes = [] }) => routes),
  });
  app.route('/api/v3', rest);
  app.route('/', rest);
  app.all('*', (context, next) =>
    wantsPage(context) ? notCoveredPage(context) : notCovered(context, next),
  );
  return app;
}
