import { randomBytes } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { AuthenticationError, InputError } from '@backstage/errors';
import {
  readSessionCookie,
  readUserToken,
  SESSION_COOKIE,
  type Sessions,
} from '@callboard/plugin-access-node';
import type { CookieOptions, Request, RequestHandler, Response } from 'express';
import { beforeEnd } from './beforeEnd';
import { beforeHeaders } from './beforeHeaders';
import { hasPassword } from './hasPassword';
import { readIssuedToken } from './readIssuedToken';
import { refreshCookieOf, refreshCookiesIn } from './refreshCookies';
import { stepOf, type SignInStep } from './stepOf';

/**
 * Notes what a browser has open and which tokens it is given, so that ending a session ends it all: stock's sign-out only has the browser forget
 * its cookies. What a browser has open with a way to sign in is known by a cookie for that way; a refresh cookie without one that is open is
 * refused. Has to come before the routes of the auth plugin.
 */
export function trackSessions(options: {
  sessions: Sessions;
  logger: LoggerService;
  /** `path` is that of the auth plugin. */
  cookie: CookieOptions;
}): RequestHandler {
  const { sessions, logger } = options;

  return async (request, response, next) => {
    const step = stepOf(request.path);
    if (!step) {
      next();
      return;
    }
    const asked = {
      ...{ step, request, response, sessions },
      cookie: {
        ...options.cookie,
        path: `${options.cookie.path}/${step.folder}`,
      },
    };
    try {
      if (step.what === 'logout') endWithAnswer(asked);
      else await noteWithAnswer(asked);
      next();
    } catch (error) {
      const isOfTheRequest =
        error instanceof AuthenticationError || error instanceof InputError;
      if (!isOfTheRequest) {
        logger.warn(`A browser's session could not be looked up: ${error}`);
      }
      next(error);
    }
  };
}

const ended = () =>
  new AuthenticationError('This session was ended. Sign in again.');

interface Asked {
  step: SignInStep;
  request: Request;
  response: Response;
  sessions: Sessions;
  cookie: CookieOptions;
}

function endWithAnswer({ step, request, response, sessions, cookie }: Asked) {
  const known = readSessionCookie(request.headers.cookie);
  if (!known) return;
  beforeHeaders(response, () => {
    if (response.statusCode < 400)
      forget({ names: [SESSION_COOKIE], response, cookie });
  });
  beforeEnd(response, async () => {
    if (response.statusCode >= 400) return;
    const store = await sessions.store();
    await store.endSession({ session: known, provider: step.provider });
  });
}

async function noteWithAnswer(asked: Asked) {
  const { request, response, sessions, cookie } = asked;
  const { provider, what } = asked.step;
  const known = readSessionCookie(request.headers.cookie);
  const names = refreshCookiesIn({ headers: request.headers, provider });
  const goesOn =
    what === 'refresh' &&
    names.length > 0 &&
    !(await hasPassword({ ...asked, provider }));
  const forgetAll = () =>
    forget({ names: [SESSION_COOKIE, ...names], response, cookie });

  if (goesOn) {
    const isOpen =
      known &&
      (await (await sessions.store()).isOpen({ session: known, provider }));
    if (!isOpen) {
      forgetAll();
      throw ended();
    }
  }
  const fresh = randomBytes(32).toString('base64url');
  const given = () => {
    const refreshCookie = refreshCookieOf({
      setCookie: response.getHeader('set-cookie'),
      provider,
    });
    // A sign-in must not go on in a session of which somebody may have a copy.
    const begins = !goesOn && !!refreshCookie;
    return { refreshCookie, begins, session: begins ? fresh : known ?? fresh };
  };
  beforeHeaders(response, () => {
    if (response.statusCode >= 400) return;
    response.cookie(SESSION_COOKIE, given().session, cookie);
  });
  beforeEnd(
    response,
    async body => {
      if (response.statusCode >= 400) return;
      const { refreshCookie, begins, session } = given();
      const tokens = [readIssuedToken(body), refreshCookie?.token].flatMap(
        token => (token && readUserToken(token)) || [],
      );
      if (!begins && !goesOn && tokens.length === 0) return;
      const store = await sessions.store();
      const key = { session, provider, tokens };
      const cookieMs = refreshCookie?.cookieMs;
      if (begins) {
        await store.begin({
          ...key,
          cookieMs: cookieMs!,
          isRedirected: response.statusCode >= 300,
          previous: known,
        });
        return;
      }
      const { outcome } = goesOn
        ? await store.goOn({ ...key, cookieMs })
        : await store.addTokens(key);
      if (outcome === 'ended') throw ended();
    },
    { onRefusal: forgetAll },
  );
}

/** Has the browser forget cookies of a way to sign in. */
function forget(options: {
  names: string[];
  response: Response;
  cookie: CookieOptions;
}) {
  for (const name of options.names) {
    options.response.clearCookie(name, {
      ...options.cookie,
      maxAge: undefined,
    });
  }
}
