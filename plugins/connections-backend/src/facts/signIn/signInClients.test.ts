import { mockServices } from '@backstage/backend-test-utils';
import { signInClients } from './signInClients';

it('finds the clients of the environment in use, with their callbacks and scopes', () => {
  const config = mockServices.rootConfig({
    data: {
      backend: { baseUrl: 'https://portal.example.com/' },
      auth: {
        environment: 'production',
        providers: {
          guest: {},
          github: {
            development: { clientId: 'dev', clientSecret: 'never-shown' },
            production: {
              clientId: 'prod',
              clientSecret: 'never-shown',
              additionalScopes: ['repo', 'read:user'],
            },
          },
          ghe: {
            production: {
              clientId: 'ent',
              clientSecret: 'never-shown',
              enterpriseInstanceUrl: 'https://ghe.example.com/',
              callbackUrl: 'https://elsewhere.example.com/callback',
            },
          },
          oidc: {
            production: {
              clientId: 'oid',
              clientSecret: 'never-shown',
              additionalScopes: 'groups, offline_access',
            },
          },
        },
      },
    },
  });
  const clients = signInClients({ config });
  expect(clients).toEqual([
    {
      provider: 'github',
      environment: 'production',
      clientId: 'prod',
      callbackUrl: 'https://portal.example.com/api/auth/github/handler/frame',
      scopes: ['read:user', 'repo'],
      configKey: 'auth.providers.github.production',
      host: 'github.com',
    },
    expect.objectContaining({
      provider: 'ghe',
      callbackUrl: 'https://elsewhere.example.com/callback',
      host: 'ghe.example.com',
    }),
    expect.objectContaining({
      provider: 'oidc',
      scopes: ['openid', 'profile', 'email', 'groups', 'offline_access'],
      host: undefined,
    }),
  ]);
  expect(JSON.stringify(clients)).not.toContain('never-shown');
});

it('finds none where nobody signs in', () => {
  expect(signInClients({ config: mockServices.rootConfig() })).toEqual([]);
});
