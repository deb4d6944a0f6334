import type { JsonObject } from '@backstage/types';
import { loadFeatures } from './__testUtils__/loadFeatures';
import { authApis } from './authApis';

const load = (config: JsonObject) => loadFeatures({ loader: authApis, config });

describe('authApis', () => {
  it('loads nothing where stock suffices', async () => {
    await expect(load({})).resolves.toEqual([]);
    await expect(
      load({
        auth: { providers: { github: {}, gitlab: {}, ldap: {} } },
        integrations: {
          github: [{ host: 'github.com' }],
          gitlab: [{ host: 'gitlab.com' }],
          azure: [{ host: 'dev.azure.com' }],
        },
      }),
    ).resolves.toEqual([]);
  });

  it('loads the API of each sign-in that stock has none for', async () => {
    await expect(
      load({ auth: { providers: { ghe: {}, oidc: {} } } }),
    ).resolves.toHaveLength(2);
  });

  it('loads whose token is for which host where a company runs one', async () => {
    await expect(
      load({ integrations: { gitlab: [{ host: 'gitlab.example.com' }] } }),
    ).resolves.toHaveLength(1);
  });
});
