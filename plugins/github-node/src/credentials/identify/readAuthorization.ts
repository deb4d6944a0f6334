import { decodeJwt } from 'jose';

/** What an `Authorization` header carries. */
export type ReadAuthorization =
  | { kind: 'none' }
  /** An App's JSON Web Token: whom it names as issuer, a number or a client id. */
  | { kind: 'jwt'; issuer: string | undefined }
  /** Tokens that it may be, the likeliest first. */
  | { kind: 'secret'; candidates: string[] }
  | { kind: 'unreadable' };

/** Three parts of base64url. None of GitHub's tokens has a dot. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * Reads `Bearer`, `token` and `Basic`, in any case. With `Basic`, as git sends it, the password is the token, or the user name is.
 * https://docs.github.com/en/rest/authentication/authenticating-to-the-rest-api
 */
export function readAuthorization(
  authorization: string | undefined,
): ReadAuthorization {
  if (!authorization?.trim()) return { kind: 'none' };
  const [scheme, value] = authorization.trim().split(/\s+/, 2);
  if (!value) return { kind: 'unreadable' };
  switch (scheme.toLowerCase()) {
    case 'bearer':
    case 'token':
      return JWT.test(value)
        ? { kind: 'jwt', issuer: issuerOf(value) }
        : { kind: 'secret', candidates: [value] };
    case 'basic': {
      const text = Buffer.from(value, 'base64').toString();
      const colon = text.indexOf(':');
      const candidates =
        colon < 0 ? [text] : [text.slice(colon + 1), text.slice(0, colon)];
      return { kind: 'secret', candidates: candidates.filter(Boolean) };
    }
    default:
      return { kind: 'unreadable' };
  }
}

function issuerOf(jwt: string): string | undefined {
  try {
    // Some libraries write the App's number as a number.
    const { iss }: { iss?: unknown } = decodeJwt(jwt);
    return iss === undefined ? undefined : String(iss);
  } catch {
    return undefined;
  }
}
