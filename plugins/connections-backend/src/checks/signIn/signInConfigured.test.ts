import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import type { CheckInput } from '../Check';
import { signInConfigured } from './signInConfigured';

describe('sign-in-configured', () => {
  const run = (auth: JsonObject | undefined, baseUrl: string) => {
    const config = mockServices.rootConfig({
      data: { backend: { baseUrl }, ...(auth && { auth }) },
    });
    const [result] = signInConfigured.run({
      context: { config },
    } as unknown as CheckInput) as { status: string; cause: string }[];
    return result;
  };
  const github = {
    clientId: 'id',
    clientSecret: 'secret',
    signIn: { resolvers: [{ resolver: 'usernameMatchingUserEntityName' }] },
  };
  const local = 'http://localhost:7007';
  const open = 'https://portal.example.com';

  it.each<[string, JsonObject | undefined, string, string, RegExp]>([
    ['none', undefined, local, 'fail', /nobody can sign in/],
    ['guest here', { providers: { guest: {} } }, local, 'warn', /as a guest/],
    ['guest for all', { providers: { guest: {} } }, open, 'fail', /as a guest/],
    [
      'another environment',
      { environment: 'production', providers: { github: { dev: github } } },
      open,
      'fail',
      /no entry for "production"/,
    ],
    [
      'no resolver',
      {
        environment: 'production',
        providers: {
          github: { production: { ...github, signIn: { resolvers: [] } } },
        },
      },
      open,
      'fail',
      /auth\.providers\.github\.production\.signIn\.resolvers is an empty list/,
    ],
    [
      'the portal’s own resolvers',
      {
        environment: 'production',
        providers: { github: { production: { ...github, signIn: {} } } },
      },
      open,
      'pass',
      /sign in with github/,
    ],
    [
      'guest beside it',
      {
        environment: 'production',
        providers: { github: { production: github }, guest: {} },
      },
      open,
      'warn',
      /guest beside github/,
    ],
    [
      'all right',
      {
        environment: 'production',
        providers: { github: { production: github } },
      },
      open,
      'pass',
      /sign in with github/,
    ],
    [
      'a directory',
      { environment: 'production', providers: { ldap: { production: {} } } },
      open,
      'pass',
      /sign in with ldap/,
    ],
  ])('%s', (_title, auth, baseUrl, status, cause) => {
    expect(run(auth, baseUrl)).toMatchObject({
      status,
      cause: expect.stringMatching(cause),
    });
  });
});
