import { randomBytes } from 'node:crypto';
import {
  exportJWK,
  exportSPKI,
  generateKeyPair,
  type JWTPayload,
  SignJWT,
} from 'jose';
import { startHttp } from './startHttp';

export const CLIENT = { clientId: 'the-client', clientSecret: 'the-secret' };

/** What a provider that means harm can make an ID token of. */
export interface Forging {
  /** Of an honest token. */
  claims: JWTPayload;
  sign(claims: JWTPayload): Promise<string>;
  /** The public key as everybody can download it, PEM. */
  publicKey: string;
}

/**
 * An OpenID provider whose every answer can be made a lie. Without one it does what a sign-in needs. A person reaches the callback at once.
 */
export async function startHostileProvider() {
  const { privateKey, publicKey } = await generateKeyPair('RS256', {
    extractable: true,
  });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256' };
  const pem = await exportSPKI(publicKey);
  const nonces = new Map<string, string | undefined>();
  const sign = (claims: JWTPayload) =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', kid: 'one' })
      .sign(privateKey);
  const lies = {
    userinfo: {} as Record<string, unknown>,
    idToken: undefined as ((forging: Forging) => Promise<string>) | undefined,
    token: undefined as { status: number; json: object } | undefined,
    secondsAhead: 0,
  };
  let issuer = '';
  const idToken = async (nonce: string | undefined) => {
    const now = Math.floor(Date.now() / 1000) + lies.secondsAhead;
    const claims = {
      iss: issuer,
      aud: CLIENT.clientId,
      sub: lies.userinfo.sub as string,
      nonce,
      iat: now,
      nbf: now,
      exp: now + 300,
    };
    return lies.idToken
      ? lies.idToken({ claims, sign, publicKey: pem })
      : sign(claims);
  };

  const server = await startHttp(async ({ url, body }) => {
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return {
          json: {
            issuer: server.url,
            authorization_endpoint: `${server.url}/authorize`,
            token_endpoint: `${server.url}/token`,
            userinfo_endpoint: `${server.url}/userinfo`,
            jwks_uri: `${server.url}/jwks`,
            id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
          },
        };
      case '/jwks':
        return { json: { keys: [jwk] } };
      case '/token': {
        if (lies.token) return lies.token;
        const code = new URLSearchParams(body).get('code') ?? '';
        return {
          json: {
            access_token: randomBytes(8).toString('hex'),
            token_type: 'bearer',
            id_token: await idToken(nonces.get(code)),
          },
        };
      }
      case '/userinfo':
        return { json: lies.userinfo };
      default:
        return { status: 404 };
    }
  });

  issuer = server.url;

  return {
    ...server,
    lies,
    /** Where it sends the browser, with a code. */
    authorize(location: string): string {
      const { searchParams: query } = new URL(location);
      const code = randomBytes(8).toString('hex');
      nonces.set(code, query.get('nonce') ?? undefined);
      return `${query.get('redirect_uri')}?${new URLSearchParams({
        code,
        state: query.get('state')!,
      })}`;
    },
  };
}
