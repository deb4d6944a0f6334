import { actorOf } from '../../access';
import type { Route } from '../../http/Route';
import type { HookScope } from './HookScope';
import { hookRoute } from './scopedRoute';

/** Lets a `ping` be sent. */
export function hookPingRoute(options: { scope: HookScope }): Route {
  return hookRoute({
    scope: options.scope,
    method: 'POST',
    path: '/pings',
    handle({ call, hook }) {
      const sender = actorOf(call.viewer);
      call.sandbox.events.emit({ name: 'ping', hook, sender });
      return { status: 204 };
    },
  });
}
