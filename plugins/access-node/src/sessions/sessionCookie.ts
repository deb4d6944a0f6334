/** Names what a browser has open with one way to sign in, whatever tokens it is given. Random, HTTP only, sent to that way's routes only. */
export const SESSION_COOKIE = 'callboard-session';

const SHAPE = /^[A-Za-z0-9_-]{43}$/;

/** The value of the cookie in a `Cookie` header. Nothing if there is none, or one that is not ours. */
export function readSessionCookie(
  header: string | undefined,
): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [name, value = ''] = part.trim().split('=');
    if (name === SESSION_COOKIE && SHAPE.test(value)) return value;
  }
  return undefined;
}
