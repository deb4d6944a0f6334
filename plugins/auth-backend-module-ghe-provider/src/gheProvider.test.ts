import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import gheProvider from '.';

// Backends start here, which takes a busy machine its time.
jest.setTimeout(60_000);

const start = (ghe: { enterpriseInstanceUrl?: string }) =>
  startTestBackend({
    features: [
      authPlugin,
      gheProvider,
      catalogServiceMock.factory(),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:3000' },
          auth: {
            environment: 'production',
            providers: {
              ghe: {
                production: {
                  clientId: 'the-client',
                  clientSecret: 'the-secret',
                  ...ghe,
                },
              },
            },
          },
        },
      }),
    ],
  });

it.each(['https://ghe.example.com', 'https://ghe.example.com/'])(
  'sends people to sign in at %s, and back to its own callback',
  async enterpriseInstanceUrl => {
    const backend = await start({ enterpriseInstanceUrl });
    const portal = `http://localhost:${backend.server.port()}`;

    const response = await fetch(
      `${portal}/api/auth/ghe/start?env=production`,
      { redirect: 'manual' },
    );

    expect(response.status).toBe(302);
    const location = new URL(response.headers.get('location')!);
    expect(location.origin + location.pathname).toBe(
      'https://ghe.example.com/login/oauth/authorize',
    );
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      client_id: 'the-client',
      redirect_uri: `${portal}/api/auth/ghe/handler/frame`,
      response_type: 'code',
      scope: 'read:user',
    });
    expect(location.href).not.toContain('the-secret');
    await backend.stop();
  },
);

it('does not start without a server of its own, and so lets nobody of github.com in', async () => {
  await expect(start({})).rejects.toThrow('enterpriseInstanceUrl');
});
