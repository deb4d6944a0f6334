import { GOOGLE_HOSTS, startGoogle } from '../standIns/startGoogle';
import { startKeycloak } from '../standIns/startKeycloak';
import { MICROSOFT_HOSTS, startMicrosoft } from '../standIns/startMicrosoft';
import { grace, startOidcProvider } from '../standIns/startOidcProvider';
import { startOkta } from '../standIns/startOkta';
import { startVendorProxy } from '../standIns/startVendorProxy';
import { hopper } from './hopper';
import type { PrepareIdentity } from './IdentitySetup';
import { prepareClient } from './prepareClient';

const SESSION_SECRET = 'secret-of-a-test-0123456789';

const azureAuth: PrepareIdentity = async use => {
  const { port, client, caFile } = await prepareClient('microsoft');
  const tenantId = '3e2a7d0e-0000-4000-8000-000000000001';
  const microsoft = await use(startMicrosoft({ ...client, tenantId }));
  const proxy = await use(
    startVendorProxy(
      Object.fromEntries(MICROSOFT_HOSTS.map(host => [host, microsoft])),
    ),
  );
  const people = ['user:default/grace_example.org', 'group:default/core'];
  return {
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
    proxy,
    provider: 'microsoft',
    title: 'Microsoft',
    arrive: people,
    owns: people,
    unknown: microsoft.unknown,
  };
};

const google: PrepareIdentity = async use => {
  const { port, client, caFile } = await prepareClient('google');
  const server = await use(startGoogle(client));
  const proxy = await use(
    startVendorProxy(
      Object.fromEntries(GOOGLE_HOSTS.map(host => [host, server])),
    ),
  );
  return {
    presets: ['google'],
    port,
    variables: {
      ...proxy.env,
      // As with Microsoft's.
      NODE_EXTRA_CA_CERTS: caFile,
      GOOGLE_AUTH_CLIENT_ID: client.clientId,
      GOOGLE_AUTH_CLIENT_SECRET: client.clientSecret,
    },
    ...hopper(grace.email),
    proxy,
    provider: 'google',
    title: 'Google',
    unknown: server.unknown,
  };
};

const okta: PrepareIdentity = async use => {
  const { port, client, caFile } = await prepareClient('okta');
  const authServerId = 'default';
  const server = await use(startOkta({ ...client, authServerId }));
  return {
    presets: ['okta'],
    port,
    variables: {
      OKTA_URL: server.url,
      OKTA_AUTH_SERVER_ID: authServerId,
      OKTA_CA_FILE: caFile,
      OKTA_CLIENT_ID: client.clientId,
      OKTA_CLIENT_SECRET: client.clientSecret,
    },
    ...hopper(grace.email),
    provider: 'okta',
    title: 'Okta',
    unknown: server.unknown,
  };
};

const keycloak: PrepareIdentity = async use => {
  const { port, client, caFile } = await prepareClient('oidc');
  const server = await use(startKeycloak({ ...client, realm: 'acme' }));
  const owns = ['user:default/grace', 'group:default/core'];
  return {
    presets: ['keycloak'],
    port,
    variables: {
      KEYCLOAK_BASE_URL: server.url,
      KEYCLOAK_CA_FILE: caFile,
      KEYCLOAK_REALM: 'acme',
      KEYCLOAK_CLIENT_ID: client.clientId,
      KEYCLOAK_CLIENT_SECRET: client.clientSecret,
      AUTH_SESSION_SECRET: SESSION_SECRET,
    },
    provider: 'oidc',
    title: 'Keycloak',
    arrive: [...owns, 'group:default/engineering'],
    owns,
    unknown: server.unknown,
  };
};

const oidc: PrepareIdentity = async use => {
  const { port, client, caFile } = await prepareClient('oidc');
  const provider = await use(startOidcProvider(client));
  return {
    presets: ['oidc'],
    port,
    variables: {
      OIDC_METADATA_URL: `${provider.issuer}/.well-known/openid-configuration`,
      OIDC_CA_FILE: caFile,
      OIDC_CLIENT_ID: client.clientId,
      OIDC_CLIENT_SECRET: client.clientSecret,
      OIDC_TITLE: 'Acme ID',
      AUTH_SESSION_SECRET: SESSION_SECRET,
    },
    ...hopper(grace.email),
    provider: 'oidc',
    title: 'Acme ID',
    unknown: provider.unknown,
  };
};

/** People who sign in with a service that is there for nothing else. */
export const identityProviders: Record<string, PrepareIdentity> = {
  'azure-auth': azureAuth,
  google,
  okta,
  keycloak,
  oidc,
};
