import { generateKeyPairSync } from 'node:crypto';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type KoaContextWithOIDC } from 'oidc-provider';

const HOUR = 3600;

/**
 * `oidc-provider`, certified by the OpenID Foundation. It rotates refresh tokens, and ends the grant when one is used twice. Whoever reaches its
 * login is signed in as `account`, without a form. `register` tells it the callback, before which it answers nothing.
 */
export async function startOpenIdProvider(options: {
  clientId: string;
  clientSecret: string;
  account: { sub: string; [claim: string]: unknown };
}) {
  const { clientId, clientSecret, account } = options;
  let handle: http.RequestListener = (_, response) => {
    response.writeHead(503).end();
  };
  const server = http.createServer((request, response) =>
    handle(request, response),
  );
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    register(redirectUri: string) {
      const provider = new Provider(url, {
        clients: [
          {
            client_id: clientId,
            client_secret: clientSecret,
            redirect_uris: [redirectUri],
            grant_types: ['authorization_code', 'refresh_token'],
            response_types: ['code'],
          },
        ],
        ttl: Object.fromEntries(
          [
            'AccessToken',
            'Grant',
            'IdToken',
            'Interaction',
            'RefreshToken',
            'Session',
          ].map(name => [name, HOUR]),
        ),
        jwks: { keys: [signingKey()] },
        cookies: { keys: ['of-a-test'] },
        claims: {
          openid: ['sub'],
          email: ['email', 'email_verified'],
          profile: ['name'],
        },
        issueRefreshToken: async () => true,
        rotateRefreshToken: true,
        pkce: { required: () => false },
        features: { devInteractions: { enabled: false } },
        findAccount: async () => ({
          accountId: account.sub,
          claims: async () => account,
        }),
        loadExistingGrant: grantEverything,
        interactions: { url: async (_, { uid }) => `/interaction/${uid}` },
      });
      const callback = provider.callback();
      handle = (request, response) => {
        if (request.url!.startsWith('/interaction/')) {
          provider.interactionFinished(request, response, {
            login: { accountId: account.sub },
            consent: {},
          });
        } else {
          callback(request, response);
        }
      };
    },
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Consent is not asked for. */
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

function signingKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' };
}
