import { randomBytes } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { AuthenticationError } from '@backstage/errors';
import {
  readSessionCookie,
  readUserToken,
  SESSION_COOKIE,
  type Sessions,
} from '@callboard/plugin-access-node';
import type { CookieOptions, Request, RequestHandler } from 'express';
import { beforeEnd } from './beforeEnd';
import { readIssuedToken } from './readIssuedToken';

/** What the auth plugin has beside the ways to sign in. */
const NO_PROVIDERS = ['.well-known', 'v1'];

/**
 * Notes which tokens a browser is given, so that signing out ends them all: stock's sign-out only forgets them. A browser is known by a cookie
 * of its own. Has to come before the routes of the auth plugin.
 */
export function trackSessions(options: {
  sessions: Sessions;
  logger: LoggerService;
  cookie: CookieOptions;
}): RequestHandler {
  const { sessions, logger, cookie } = options;

  async function noteToken(found: { session: string; token: string }) {
    const token = readUserToken(found.token);
    if (!token) return;
    const store = await sessions.store();
    await store.addToken({ session: found.session, token });
  }

  return async (request, response, next) => {
    const step = /^\/([^/]+)\/(refresh|logout|handler\/frame|[^/]+)\/?$/.exec(
      request.path,
    );
    if (!step || NO_PROVIDERS.includes(step[1])) {
      next();
      return;
    }
    const [, provider, what] = step;
    const known = readSessionCookie(request.headers.cookie);
    try {
      if (what === 'logout') {
        beforeEnd(response, async () => {
          if (!known || response.statusCode >= 400) return;
          await (await sessions.store()).endSession({ session: known });
        });
        next();
        return;
      }
      const ended =
        known && (await (await sessions.store()).isEnded({ session: known }));
      if (
        ended &&
        what === 'refresh' &&
        hasRefreshToken({ request, provider })
      ) {
        response.clearCookie(SESSION_COOKIE, { ...cookie, maxAge: undefined });
        throw new AuthenticationError('This session was ended. Sign in again.');
      }
      const session =
        known && !ended ? known : randomBytes(32).toString('base64url');
      if (what !== 'start') response.cookie(SESSION_COOKIE, session, cookie);
      beforeEnd(response, async body => {
        const token = readIssuedToken(body);
        if (token) await noteToken({ session, token });
      });
      next();
    } catch (error) {
      if (!(error instanceof AuthenticationError)) {
        logger.warn(`A browser's session could not be looked up: ${error}`);
      }
      next(error);
    }
  };
}

/** Stock splits a long one over several cookies. */
function hasRefreshToken(options: { request: Request; provider: string }) {
  return (options.request.headers.cookie ?? '')
    .split(';')
    .some(part =>
      [
        `${options.provider}-refresh-token=`,
        `${options.provider}-refresh-token-0=`,
      ].some(start => part.trim().startsWith(start)),
    );
}
