import { Client } from 'ldapts';
import { component } from '../../probes/component';
import type { Use } from '../../probes/Probe';
import { startGitLab } from '../../standIns/gitlab/startGitLab';
import { startKeycloak } from '../../standIns/startKeycloak';
import { MICROSOFT_HOSTS, startMicrosoft } from '../../standIns/startMicrosoft';
import { startSlapd } from '../../standIns/startSlapd';
import { startVendorProxy } from '../../standIns/startVendorProxy';
import { testAuthority } from '../../standIns/testAuthority';
import type { SourceTrial, StartSource } from './SourceTrial';

const client = { clientId: 'portal', clientSecret: 'secret-of-the-source' };
const redirectUri = 'http://localhost:7007/api/auth/any/handler/frame';
const authority = async () => (await testAuthority()).caFile;

/** Those whom a stand-in does not list any more. */
function leaving(person: string) {
  const left = new Set<string>();
  return { left, leave: async () => void left.add(person) };
}

/** What is closed in the middle of a trial is not closed again at its end. */
async function endable<T extends { close(): Promise<void> }>(
  use: Use,
  starting: Promise<T>,
) {
  const started = await starting;
  let ended: Promise<void> | undefined;
  const end = () => {
    ended ??= started.close();
    return ended;
  };
  await use({ close: end });
  return { started, end };
}

const ldap: StartSource = async (use): Promise<SourceTrial> => {
  const { started: slapd, end } = await endable(use, startSlapd());
  const { suffix, adminDn, password } = slapd.directory;
  return {
    presets: ['ldap'],
    variables: {
      LDAP_URL: slapd.secureUrl,
      LDAP_CA_FILE: await authority(),
      LDAP_DN: adminDn,
      LDAP_SECRET: password,
      LDAP_USERS_BASE_DN: `ou=people,${suffix}`,
      LDAP_GROUPS_BASE_DN: `ou=groups,${suffix}`,
    },
    id: 'LdapOrgEntityProvider:default',
    secret: password,
    leaver: 'user:default/alan',
    async leave() {
      const directory = new Client({ url: slapd.url });
      await directory.bind(adminDn, password);
      await directory.del(`uid=alan,ou=people,${suffix}`);
      await directory.unbind();
    },
    end,
  };
};

const keycloak: StartSource = async (use): Promise<SourceTrial> => {
  const { left, leave } = leaving('alan');
  const { started, end } = await endable(
    use,
    startKeycloak({ ...client, realm: 'acme', redirectUri, left }),
  );
  return {
    presets: ['keycloak'],
    variables: {
      KEYCLOAK_BASE_URL: started.url,
      KEYCLOAK_CA_FILE: await authority(),
      KEYCLOAK_REALM: 'acme',
      KEYCLOAK_CLIENT_ID: client.clientId,
      KEYCLOAK_CLIENT_SECRET: client.clientSecret,
      AUTH_SESSION_SECRET: 'secret-of-a-test-0123456789',
    },
    id: 'KeycloakOrgEntityProvider:default',
    secret: client.clientSecret,
    leaver: 'user:default/alan',
    leave,
    end,
  };
};

const microsoft: StartSource = async (use): Promise<SourceTrial> => {
  const { left, leave } = leaving('alan@example.org');
  const tenantId = '3e2a7d0e-0000-4000-8000-000000000001';
  const server = await use(
    startMicrosoft({ ...client, tenantId, redirectUri, left }),
  );
  const { started: proxy, end } = await endable(
    use,
    startVendorProxy(
      Object.fromEntries(MICROSOFT_HOSTS.map(host => [host, server])),
    ),
  );
  return {
    presets: ['azure-auth'],
    variables: {
      ...proxy.env,
      NODE_EXTRA_CA_CERTS: await authority(),
      AZURE_AUTH_TENANT_ID: tenantId,
      AZURE_AUTH_CLIENT_ID: client.clientId,
      AZURE_AUTH_CLIENT_SECRET: client.clientSecret,
    },
    id: 'MicrosoftGraphOrgEntityProvider:default',
    secret: client.clientSecret,
    leaver: 'user:default/alan_example.org',
    leave,
    end,
  };
};

const gitlab: StartSource = async (use): Promise<SourceTrial> => {
  const { left, leave } = leaving('alan');
  const host = 'gitlab.example.org';
  const token = 'glpat-of-the-source';
  const server = await use(
    startGitLab({
      token,
      oauth: { ...client, redirectUri },
      catalogInfo: component({ name: 'from-source' }),
      host,
      left,
    }),
  );
  const { started: proxy, end } = await endable(
    use,
    startVendorProxy({ [host]: server }),
  );
  return {
    presets: ['gitlab'],
    variables: {
      ...proxy.env,
      GITLAB_HOST: host,
      GITLAB_CA_FILE: await authority(),
      GITLAB_GROUP: 'acme',
      GITLAB_TOKEN: token,
      GITLAB_AUTH_CLIENT_ID: client.clientId,
      GITLAB_AUTH_CLIENT_SECRET: client.clientSecret,
    },
    id: 'GitlabOrgDiscoveryEntityProvider:default',
    secret: token,
    leaver: 'user:default/alan',
    leave,
    end,
  };
};

/** One for each source of people that a module of stock Backstage or of its community reads. */
export const sourceTrials: Record<string, StartSource> = {
  ldap,
  keycloak,
  microsoft,
  gitlab,
};
