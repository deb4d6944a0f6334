import type { MiddlewareHandler } from 'hono';
import type { Sandbox } from '../core/Sandbox';
import { describeCredential } from '../requests/describeCredential';
import type { Env } from './Env';
import { withoutSecrets } from './withoutSecrets';

/** Outermost: every request gets a line in the log, whatever becomes of it. */
export function logRequests(options: {
  sandbox: Sandbox;
}): MiddlewareHandler<Env> {
  const { sandbox } = options;
  return async (context, next) => {
    const at = sandbox.clock.now().toISOString();
    const started = performance.now();
    context.set('entry', {});
    context.set(
      'enterprise',
      /^\/api\/(v3|graphql)(\/|$)/.test(context.req.path),
    );
    await next();
    const entry = context.get('entry');
    const url = new URL(context.req.url);
    sandbox.requests.add({
      at,
      method: context.req.method,
      path: withoutSecrets(url),
      route: entry.route,
      credential: entry.credential ?? describeCredential(context.get('viewer')),
      status: context.res.status,
      durationMs: Math.round((performance.now() - started) * 100) / 100,
      bytes: entry.bytes ?? (await bytesOf(context.res)),
      userAgent: context.req.header('user-agent'),
      ...(entry.graphql && { graphql: entry.graphql }),
      notModified: context.res.status === 304,
    });
  };
}

/** JSON and pages are whole by then. What may be a stream counts only where it says how long it is. */
async function bytesOf(response: Response): Promise<number> {
  const said = response.headers.get('content-length');
  const type = response.headers.get('content-type') ?? '';
  if (said !== null) return Number(said);
  if (!/^(application\/json|text\/html)/.test(type)) return 0;
  return (await response.clone().arrayBuffer()).byteLength;
}
