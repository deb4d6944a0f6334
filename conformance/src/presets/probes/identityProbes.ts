// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { freePort } from '@callboard/cli/src/testing/freePort';
import { startGitHub } from '../standIns/github/startGitHub';
import { startGitLab } from '../standIns/gitlab/startGitLab';
import { startKeycloak } from '../standIns/startKeycloak';
import { MICROSOFT_HOSTS, startMicrosoft } from '../standIns/startMicrosoft';
import { grace, startOidcProvider } from '../standIns/startOidcProvider';
import { startVendorProxy } from '../standIns/startVendorProxy';
import { testAuthority } from '../standIns/testAuthority';
import { startPreset } from '../startPreset';
import { component } from './component';
import { expectEntities } from './expectEntities';
import { expectSignIn } from './expectSignIn';
import type { Probe } from './Probe';
import { user } from './user';

const client = { clientId: 'portal', clientSecret: 'portal-secret' };
const sessionSecret = 'secret-of-a-test-0123456789';
const catalogInfo = component({ name: 'from-source' });

/** Where the portal will listen, and the address that is registered with the provider. */
async function prepare(provider: string) {
  const port = await freePort();
  return {
    port,
    redirectUri: `http://localhost:${port}/api/auth/${provider}/handler/frame`,
    caFile: (await testAuthority()).caFile,
  };
}

const githubAuth: Probe = async use => {
  const { port, redirectUri, caFile } = await prepare('github');
  const github = await use(
    startGitHub({
      token: 'ghp_portal',
      oauth: { ...client, redirectUri },
      catalogInfo,
    }),
  );
  const portal = await use(
    startPreset({
      presets: ['github-auth'],
      port,
      variables: {
        GITHUB_HOST: github.host,
        GITHUB_CA_FILE: caFile,
        GITHUB_ORG: 'acme',
        GITHUB_PAT: 'ghp_portal',
        GITHUB_AUTH_CLIENT_ID: client.clientId,
        GITHUB_AUTH_CLIENT_SECRET: client.clientSecret,
      },
    }),
  );

  await expectEntities(portal, ['user:default/grace', 'group:default/core']);
  await expectSignIn(portal, {
    provider: 'github',
    owns: ['user:default/grace', 'group:default/core'],
  });
  expect(github.unknown).toEqual([]);
};

const gheAuth: Probe = async use => {
  const { port, redirectUri, caFile } = await prepare('ghe');
  const github = await use(
    startGitHub({
      token: 'ghp_bot',
      oauth: { ...client, redirectUri },
      catalogInfo,
    }),
  );
  const portal = await use(
    startPreset({
      presets: ['ghe-auth'],
      port,
      variables: {
        GHE_BASE_URL: github.url,
        GHE_CA_FILE: caFile,
        GHE_ORG: 'acme',
        GHE_BOT_TOKEN: 'ghp_bot',
        GHE_CLIENT_ID: client.clientId,
        GHE_CLIENT_SECRET: client.clientSecret,
      },
    }),
  );

  await expectEntities(portal, ['user:default/grace', 'group:default/core']);
  // Suspended on the server.
  await expectEntities(portal, [], ['user:default/alan']);
  await expectSignIn(portal, {
    provider: 'ghe',
    owns: ['user:default/grace', 'group:default/core'],
  });
  expect(github.unknown).toEqual([]);
};

const gitlab: Probe = async use => {
  const { port, redirectUri, caFile } = await prepare('gitlab');
  const host = 'gitlab.example.org';
  const server = await use(
    startGitLab({
      token: 'glpat-portal',
      oauth: { ...client, redirectUri },
      catalogInfo,
      host,
    }),
  );
  const proxy = await use(startVendorProxy({ [host]: server }));
  const portal = await use(
    startPreset({
      presets: ['gitlab'],
      port,
      variables: {
        ...proxy.env,
        GITLAB_HOST: host,
        GITLAB_CA_FILE: caFile,
        GITLAB_GROUP: 'acme',
        GITLAB_TOKEN: 'glpat-portal',
        GITLAB_AUTH_CLIENT_ID: client.clientId,
        GITLAB_AUTH_CLIENT_SECRET: client.clientSecret,
      },
    }),
  );

  await expectEntities(portal, [
    'user:default/grace',
    'group:default/core',
    'component:default/from-source',
  ]);
  await expectSignIn(portal, {
    provider: 'gitlab',
    proxy,
    owns: ['user:default/grace', 'group:default/core'],
  });
  expect(server.unknown).toEqual([]);
};

const azureAuth: Probe = async use => {
  const { port, redirectUri, caFile } = await prepare('microsoft');
  const tenantId = '3e2a7d0e-0000-4000-8000-000000000001';
  const microsoft = await use(
    startMicrosoft({ ...client, tenantId, redirectUri }),
  );
  const proxy = await use(
    startVendorProxy(
      Object.fromEntries(MICROSOFT_HOSTS.map(host => [host, microsoft])),
    ),
  );
  const portal = await use(
    startPreset({
      presets: ['azure-auth'],
      port,
      variables: {
        ...proxy.env,
        // Microsoft's own hosts have public certificates, so the preset has no variable for an authority.
        NODE_EXTRA_CA_CERTS: caFile,
        AZURE_AUTH_TENANT_ID: tenantId,
        AZURE_AUTH_CLIENT_ID: client.clientId,
        AZURE_AUTH_CLIENT_SECRET: client.clientSecret,
      },
    }),
  );

  await expectEntities(portal, [
    'user:default/grace_example.org',
    'group:default/core',
  ]);
  await expectSignIn(portal, {
    provider: 'microsoft',
    proxy,
    owns: ['user:default/grace_example.org', 'group:default/core'],
  });
  expect(microsoft.unknown).toEqual([]);
};

const keycloak: Probe = async use => {
  const { port, redirectUri, caFile } = await prepare('oidc');
  const server = await use(
    startKeycloak({ ...client, realm: 'acme', redirectUri }),
  );
  const portal = await use(
    startPreset({
      presets: ['keycloak'],
      port,
      variables: {
        KEYCLOAK_BASE_URL: server.url,
        KEYCLOAK_CA_FILE: caFile,
        KEYCLOAK_REALM: 'acme',
        KEYCLOAK_CLIENT_ID: client.clientId,
        KEYCLOAK_CLIENT_SECRET: client.clientSecret,
        AUTH_SESSION_SECRET: sessionSecret,
      },
    }),
  );

  await expectEntities(portal, [
    'user:default/grace',
    'group:default/core',
    'group:default/engineering',
  ]);
  await expectSignIn(portal, {
    provider: 'oidc',
    owns: ['user:default/grace', 'group:default/core'],
  });
  expect(server.unknown).toEqual([]);
};

const oidc: Probe = async use => {
  const { port, redirectUri, caFile } = await prepare('oidc');
  const provider = await use(startOidcProvider({ ...client, redirectUri }));
  const portal = await use(
    startPreset({
      presets: ['oidc'],
      port,
      variables: {
        OIDC_METADATA_URL: `${provider.issuer}/.well-known/openid-configuration`,
        OIDC_CA_FILE: caFile,
        OIDC_CLIENT_ID: client.clientId,
        OIDC_CLIENT_SECRET: client.clientSecret,
        AUTH_SESSION_SECRET: sessionSecret,
      },
      entities: user({ name: 'hopper', email: grace.email }),
    }),
  );

  await expectEntities(portal, ['user:default/hopper']);
  await expectSignIn(portal, {
    provider: 'oidc',
    owns: ['user:default/hopper'],
  });
};

export const identityProbes: Record<string, Probe> = {
  'github-auth': githubAuth,
  'ghe-auth': gheAuth,
  gitlab,
  'azure-auth': azureAuth,
  keycloak,
  oidc,
};
