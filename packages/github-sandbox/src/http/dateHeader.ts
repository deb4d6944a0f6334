import type { MiddlewareHandler } from 'hono';
import type { Sandbox } from '../core/Sandbox';
import type { Env } from './Env';

/** Every answer says what time it is here; clients correct their clocks by it, and learn how long a limit lasts. */
export function dateHeader(options: {
  sandbox: Sandbox;
}): MiddlewareHandler<Env> {
  const { sandbox } = options;
  return async (context, next) => {
    await next();
    context.header('date', sandbox.clock.now().toUTCString());
  };
}
