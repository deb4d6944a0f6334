import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices } from '@backstage/backend-test-utils';
import { oidcAuthenticator } from '@backstage/plugin-auth-backend-module-oidc-provider';
import { discoverAgain } from './discoverAgain';

it('finds a provider that was away while the portal started', async () => {
  let isUp = false;
  const server = http.createServer((_, response) => {
    const { port } = server.address() as AddressInfo;
    const issuer = `http://127.0.0.1:${port}`;
    response.writeHead(isUp ? 200 : 503, {
      'content-type': 'application/json',
    });
    response.end(
      JSON.stringify({
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
      }),
    );
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const authenticator = discoverAgain(oidcAuthenticator);
    const context = await authenticator.initialize({
      callbackUrl: 'http://localhost/callback',
      config: mockServices.rootConfig({
        data: {
          clientId: 'a',
          clientSecret: 'b',
          metadataUrl: `http://127.0.0.1:${port}/.well-known/openid-configuration`,
        },
      }),
    });
    const start = () =>
      authenticator.start(
        {
          scope: 'openid',
          state: 's',
          req: { method: 'GET', url: '/', headers: {}, session: {} } as never,
        },
        context,
      );
    await expect(start()).rejects.toThrow();
    isUp = true;
    await expect(start()).resolves.toMatchObject({
      url: expect.stringContaining(`http://127.0.0.1:${port}/authorize`),
    });
  } finally {
    server.close();
  }
});
