import { ClusterAuthProviders } from './ClusterAuthProviders';

const api = (token: string): any => ({ getIdToken: async () => token });

describe('ClusterAuthProviders', () => {
  const providers = new ClusterAuthProviders({
    googleAuthApi: api('google'),
    microsoftAuthApi: api('microsoft'),
    oidcProviders: { oidc: api('of the person') },
  });
  const decorate = (name: string) =>
    providers.decorateRequestBodyForAuth(name, { entity: {} as any });

  it('hands on the ID token of the person', async () => {
    await expect(decorate('oidc.oidc')).resolves.toMatchObject({
      auth: { oidc: { oidc: 'of the person' } },
    });
  });

  it('hands on nothing for a cluster that has a token of its own', async () => {
    await expect(decorate('serviceAccount')).resolves.toEqual({ entity: {} });
    await expect(decorate('serviceAccount.ldap')).resolves.toEqual({
      entity: {},
    });
  });

  it('takes no sign-in for another', async () => {
    await expect(decorate('oidc.okta')).rejects.toThrow(/oidc\.okta/);
  });
});
