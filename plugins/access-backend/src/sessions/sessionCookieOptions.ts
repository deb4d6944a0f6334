import type { Config } from '@backstage/config';
import type { CookieOptions } from 'express';

/** The longest that a browser keeps a cookie. It is renewed whenever a token is issued. */
const MAX_AGE_MS = 400 * 24 * 60 * 60_000;

/** How the cookie of a browser's session is set: as stock sets the one with the refresh token. `path` is that of the auth plugin. */
export function sessionCookieOptions(options: {
  config: Config;
  /** Of the auth plugin, as browsers see it. */
  authUrl: string;
}): CookieOptions {
  const { hostname, pathname, protocol } = new URL(options.authUrl);
  const appHost = new URL(options.config.getString('app.baseUrl')).hostname;
  const secure = protocol === 'https:';
  return {
    httpOnly: true,
    path: pathname,
    secure,
    sameSite: appHost !== hostname && secure ? 'none' : 'lax',
    maxAge: MAX_AGE_MS,
  };
}
