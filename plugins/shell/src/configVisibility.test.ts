/** @jest-environment node */
import { loadConfigSchema } from '@backstage/config-loader';
import { resolve } from 'node:path';

const visible = async (data: any) => {
  const schema = await loadConfigSchema({
    dependencies: [],
    packagePaths: [resolve(__dirname, '../package.json')],
  });
  const [first] = schema.process([{ context: 'test', data }], {
    visibility: ['frontend'],
    // Only what gets through matters here, not that the rest of a configuration is missing.
    ignoreSchemaErrors: true,
  });
  return first?.data ?? {};
};

describe('what the frontend is told', () => {
  it('is that a provider exists, and nothing in it', async () => {
    expect(
      await visible({
        auth: {
          session: { secret: 'a secret' },
          providers: {
            guest: { userEntityRef: 'user:default/guest' },
            github: {
              production: { clientId: 'an id', clientSecret: 'a secret' },
            },
            ldap: {
              production: {
                ldapAuthenticationOptions: { adminPassword: 'a secret' },
              },
            },
          },
        },
      }),
    ).toEqual({ auth: { providers: { guest: {}, github: {}, ldap: {} } } });
  });

  it('is nothing of a provider that the sign-in page does not offer', async () => {
    expect(
      await visible({
        auth: {
          providers: { onelogin: { production: { clientId: 'an id' } } },
        },
      }),
    ).toEqual({});
  });
});
