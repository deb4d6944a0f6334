/** What an Authorization header carries. */
export type Credential =
  | { kind: 'none' }
  | { kind: 'token'; secret: string }
  | { kind: 'jwt'; jwt: string }
  | { kind: 'basic'; name: string; password: string }
  | { kind: 'unreadable' };

/** Three parts of base64url. None of GitHub's tokens has a dot. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * Reads an Authorization header: `Bearer`, `token`, or `Basic`, in any case. A JWT goes with `Bearer` alone.
 * https://docs.github.com/rest/authentication/authenticating-to-the-rest-api
 */
export function readCredential(header: string | undefined): Credential {
  if (!header?.trim()) return { kind: 'none' };
  const [scheme, value] = header.trim().split(/\s+/, 2);
  if (!value) return { kind: 'unreadable' };
  switch (scheme.toLowerCase()) {
    case 'bearer':
      return JWT.test(value)
        ? { kind: 'jwt', jwt: value }
        : { kind: 'token', secret: value };
    case 'token':
      return { kind: 'token', secret: value };
    case 'basic': {
      const text = Buffer.from(value, 'base64').toString();
      const colon = text.indexOf(':');
      return colon < 0
        ? { kind: 'basic', name: text, password: '' }
        : {
            kind: 'basic',
            name: text.slice(0, colon),
            password: text.slice(colon + 1),
          };
    }
    default:
      return { kind: 'unreadable' };
  }
}
