import { loadedFeatures } from './__testUtils__/loadedFeatures';

jest.setTimeout(60_000);

const load = (...keys: string[]) =>
  loadedFeatures({
    loader: 'catalogSources',
    config: {
      catalog: { providers: Object.fromEntries(keys.map(key => [key, {}])) },
    },
  });

describe('catalogSources', () => {
  it('loads nothing where nothing is configured', async () => {
    await expect(
      loadedFeatures({ loader: 'catalogSources', config: {} }),
    ).resolves.toEqual([]);
    await expect(load()).resolves.toEqual([]);
  });

  it.each([
    ['azureDevOps', ['catalog/azure-devops']],
    [
      'gitlab',
      [
        'catalog/gitlab-discovery-entity-provider',
        'catalog/gitlabOrgDiscoveryEntityProvider',
      ],
    ],
    ['keycloakOrg', ['catalog/catalog-backend-module-keycloak']],
    ['ldapOrg', ['catalog/ldapOrgEntityProvider']],
    ['microsoftGraphOrg', ['catalog/microsoftGraphOrgEntityProvider']],
  ])('loads what reads %s', async (key, modules) => {
    await expect(load(key)).resolves.toEqual(modules);
  });
});
