import type { MiddlewareHandler } from 'hono';
import type { Env } from './Env';

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])(:\d+)?$/;

/**
 * Refuses requests for any other name than that of this machine. A page of a foreign site that has its own name point at 127.0.0.1
 * would otherwise read and write here (DNS rebinding).
 */
export const guardHost: MiddlewareHandler<Env> = async (context, next) => {
  const host = context.req.header('host') ?? '';
  return LOOPBACK.test(host)
    ? next()
    : context.text(
        `This is a GitHub sandbox for this machine alone. It answers under localhost, not under ${JSON.stringify(
          host,
        )}.\n`,
        421,
      );
};
