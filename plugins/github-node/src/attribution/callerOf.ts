import type { IncomingMessage } from 'node:http';
import { decodeJwt, decodeProtectedHeader } from 'jose';

/** Of tokens with which one plugin asks another; see `tokenTypes` of `@backstage/plugin-auth-node`. */
const PLUGIN_TOKEN = 'vnd.backstage.plugin';
/** In which browsers send a token for what they load without a script; see `coreServices.httpAuth`. */
const COOKIE = 'backstage-auth';

export type Caller =
  /** A plugin for itself: nobody waits for it. */
  | { kind: 'plugin' }
  /** Whoever the token belongs to, once it is verified; of a plugin that asks for a person it is that person's. */
  | { kind: 'holder'; token: string }
  | { kind: 'nobody' };

/** Who sent a request to the backend, as its token says. Nothing is verified here. */
export function callerOf(request: IncomingMessage): Caller {
  const { authorization = '', cookie = '' } = request.headers;
  const [, bearer] = /^Bearer (\S+)$/i.exec(authorization) ?? [];
  const token = bearer ?? cookieOf(cookie);
  if (!token) return { kind: 'nobody' };
  try {
    if (decodeProtectedHeader(token).typ !== PLUGIN_TOKEN) {
      return { kind: 'holder', token };
    }
    const { obo } = decodeJwt(token);
    return typeof obo === 'string'
      ? { kind: 'holder', token: obo }
      : { kind: 'plugin' };
  } catch {
    return { kind: 'holder', token };
  }
}

function cookieOf(cookies: string): string | undefined {
  return cookies
    .split(';')
    .map(pair => pair.trim().split('='))
    .find(([name]) => name === COOKIE)?.[1];
}
