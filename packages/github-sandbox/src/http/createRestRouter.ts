import { Hono } from 'hono';
import type { Sandbox } from '../core/Sandbox';
import { answerRoute } from './answerRoute';
import { checkBody } from './body/checkBody';
import type { Env } from './Env';
import { preflightHeaders } from './responseHeaders';
import type { Route } from './Route';
import { routePattern } from './routePattern';

/** The REST API. What it does not know is left to the next handler. */
export function createRestRouter(options: {
  sandbox: Sandbox;
  routes: Route[];
}): Hono<Env> {
  const { sandbox, routes } = options;
  const router = new Hono<Env>();
  router.options('*', context => context.body(null, 204, preflightHeaders));

  const patterns = routes
    .map(withCheckedBody)
    .map(route => ({ route, ...routePattern(route.route) }))
    .sort((a, b) => b.weight - a.weight);
  for (const { route, method, path } of patterns) {
    router.on(method, path, context =>
      answerRoute({ sandbox, route, context }),
    );
  }
  return router;
}

/** The types in a body are checked after the rights of the caller, and before the route sees it. */
function withCheckedBody(route: Route): Route {
  return {
    ...route,
    handle(call: any) {
      checkBody({ route: route.route, body: call.body });
      return route.handle(call);
    },
  };
}
