import { generateKeyPairSync } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type KoaContextWithOIDC } from 'oidc-provider';

export const CLIENT = { clientId: 'portal', clientSecret: 'of-a-test' };

/**
 * A real OpenID provider that rotates refresh tokens and takes the second use of one for theft: the whole grant is gone then. Only the person
 * is scripted: whoever reaches the login is oscar.
 */
export async function startOidcProvider(options: { redirectUri: string }) {
  const started: { provider?: Provider } = {};
  const server = http.createServer(async (request, response) => {
    if (request.url!.startsWith('/interaction/')) {
      await started.provider!.interactionFinished(request, response, {
        login: { accountId: 'oscar' },
        consent: {},
      });
      return;
    }
    started.provider!.callback()(request, response);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  started.provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [options.redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
      },
    ],
    jwks: {
      keys: [
        { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' },
      ],
    },
    cookies: { keys: ['of-a-test'] },
    claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
    rotateRefreshToken: true,
    issueRefreshToken: async () => true,
    pkce: { required: () => false },
    features: { devInteractions: { enabled: false } },
    findAccount: async () => ({
      accountId: 'oscar',
      claims: async () => ({ sub: 'oscar' }),
    }),
    loadExistingGrant: grantEverything,
    interactions: { url: async (_, { uid }) => `/interaction/${uid}` },
  });
  return {
    metadataUrl: `${issuer}/.well-known/openid-configuration`,
    /** Goes through the provider's pages. @returns where it sends the browser at the end */
    async authorize(url: string): Promise<URL> {
      const cookies = new Map<string, string>();
      let next = new URL(url);
      while (next.origin === issuer) {
        const answer = await fetch(next, {
          redirect: 'manual',
          headers: {
            cookie: [...cookies].map(pair => pair.join('=')).join('; '),
          },
        });
        for (const line of answer.headers.getSetCookie()) {
          const [name, value] = line.split(';')[0].split('=');
          cookies.set(name, value);
        }
        next = new URL(answer.headers.get('location')!, next);
      }
      return next;
    },
    stop: () =>
      new Promise<void>(resolve => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function grantEverything(context: KoaContextWithOIDC) {
  const { provider, client, session, params } = context.oidc;
  const grant = new provider.Grant({
    clientId: client!.clientId,
    accountId: session!.accountId,
  });
  grant.addOIDCScope(String(params!.scope));
  await grant.save();
  return grant;
}
