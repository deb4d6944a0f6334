import { loadedFeatures } from './__testUtils__/loadedFeatures';

jest.setTimeout(60_000);

const load = (...ids: string[]) =>
  loadedFeatures({
    loader: 'signInProviders',
    config: {
      auth: { providers: Object.fromEntries(ids.map(id => [id, {}])) },
    },
  });

describe('signInProviders', () => {
  it('loads nothing where nothing is configured', async () => {
    await expect(
      loadedFeatures({ loader: 'signInProviders', config: {} }),
    ).resolves.toEqual([]);
    await expect(load()).resolves.toEqual([]);
  });

  it.each(['ghe', 'github', 'gitlab', 'google', 'microsoft', 'oidc', 'okta'])(
    'loads the module that has %s',
    async id => {
      await expect(load(id)).resolves.toEqual(['auth/providers']);
    },
  );

  it('loads each module once', async () => {
    await expect(load('github', 'ldap', 'oidc')).resolves.toEqual([
      'auth/providers',
      'auth/ldap-provider',
    ]);
  });

  it('loads the guest where there is no other way in', async () => {
    await expect(load('guest')).resolves.toEqual(['auth/guest-provider']);
  });

  it('loads no guest beside another provider, be it one that the portal does not know', async () => {
    await expect(load('guest', 'github')).resolves.toEqual(['auth/providers']);
    await expect(load('guest', 'onelogin')).resolves.toEqual([]);
  });

  it('loads nothing that would believe the headers of a proxy', async () => {
    await expect(
      load('awsalb', 'azure-easyauth', 'cfaccess', 'gcp-iap', 'oauth2Proxy'),
    ).resolves.toEqual([]);
  });
});
