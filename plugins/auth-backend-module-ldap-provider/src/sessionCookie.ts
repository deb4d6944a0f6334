import type { AuthService } from '@backstage/backend-plugin-api';
import type { Request } from 'express';

const NAME = 'callboard-ldap-session';

/**
 * The cookie that carries a session on when a page is loaded again: the portal's own token, which the portal has signed and which
 * ends by itself, and the user name in the directory. It lives as long as the token.
 */
export function sessionCookie(options: { token: string; username: string }) {
  const { token, username } = options;
  const value = Buffer.from(JSON.stringify({ token, username })).toString(
    'base64url',
  );
  return { name: NAME, value, maxAge: expiryOf(token) - Date.now() };
}

sessionCookie.cookieName = NAME;

/**
 * The session of a request. Only the token is signed: whoever goes on with the session must see that the user name still leads to
 * the same user. Undefined when there is none or its token is not one that the portal has signed. */
export async function readSession(options: {
  request: Request;
  auth: AuthService;
}): Promise<{ username: string; userEntityRef: string } | undefined> {
  const { request, auth } = options;
  const value: unknown = request.cookies?.[NAME];
  if (typeof value !== 'string') {
    return undefined;
  }
  try {
    const { token, username } = JSON.parse(
      Buffer.from(value, 'base64url').toString('utf8'),
    );
    const credentials = await auth.authenticate(token);
    return auth.isPrincipal(credentials, 'user') && typeof username === 'string'
      ? { username, userEntityRef: credentials.principal.userEntityRef }
      : undefined;
  } catch {
    return undefined;
  }
}

/** In milliseconds since 1970. */
function expiryOf(token: string): number {
  const [, payload] = token.split('.');
  const { exp } = JSON.parse(
    Buffer.from(payload, 'base64url').toString('utf8'),
  );
  return exp * 1000;
}
