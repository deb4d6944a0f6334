import type { IncomingHttpHeaders, OutgoingHttpHeader } from 'node:http';

/** Of the sign-in with a directory's password: a token of the portal, made for that. */
const LDAP = 'callboard-ldap-session';

/** Names of the cookies in a request that carry a session on. `provider` in lower case. Stock splits a long one over several. */
export function refreshCookiesIn(options: {
  headers: IncomingHttpHeaders;
  provider: string;
}): string[] {
  return (options.headers.cookie ?? '')
    .split(';')
    .map(part => part.split('=')[0].trim())
    .filter(name => isRefreshCookie({ name, provider: options.provider }));
}

/** What an answer sets to carry a session on. Nothing if it sets none. */
export function refreshCookieOf(options: {
  setCookie: OutgoingHttpHeader | undefined;
  provider: string;
}):
  | {
      /** So long the browser keeps it. */
      cookieMs: number;
      /** The token of the portal that it is, if it is one. */
      token?: string;
    }
  | undefined {
  for (const line of [options.setCookie ?? []].flat()) {
    const [, name, value, attributes] =
      /^([^=;]+)=([^;]*)(.*)$/.exec(String(line)) ?? [];
    const seconds = Number(/; *max-age=(\d+)/i.exec(attributes ?? '')?.[1]);
    if (
      value &&
      seconds > 0 &&
      isRefreshCookie({ name, provider: options.provider })
    ) {
      return {
        cookieMs: seconds * 1000,
        ...(name === LDAP && { token: value }),
      };
    }
  }
  return undefined;
}

function isRefreshCookie(options: { name: string; provider: string }) {
  const name = options.name.toLowerCase();
  return (
    name === `${options.provider}-refresh-token` ||
    name.replace(/\d+$/, '') === `${options.provider}-refresh-token-` ||
    (name === LDAP && options.provider === 'ldap')
  );
}
