import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readSources } from './readSources';

const read = (providers: JsonObject) =>
  readSources({ config: new ConfigReader({ catalog: { providers } }) });

it('finds nothing where nothing is configured', () => {
  expect(readSources({ config: new ConfigReader({}) })).toEqual([]);
});

it('names each source as its provider does', () => {
  expect(
    read({
      gitlab: {
        people: { host: 'gitlab.com', group: 'acme', orgEnabled: true },
        projects: { host: 'gitlab.com', group: 'acme' },
      },
      microsoftGraphOrg: { default: { tenantId: 'tenant-1' } },
      keycloakOrg: {
        default: { baseUrl: 'https://keycloak.test', realm: 'acme' },
      },
      ldapOrg: { main: { target: 'ldaps://me:pass@ldap.test:636' } },
    }).map(({ id, kind, title, configKey, task }) => [
      id,
      kind,
      title,
      configKey,
      task.id,
    ]),
  ).toEqual([
    [
      'GitlabOrgDiscoveryEntityProvider:people',
      'gitlab',
      'GitLab gitlab.com acme',
      'catalog.providers.gitlab.people',
      'GitlabOrgDiscoveryEntityProvider:people:refresh',
    ],
    [
      'MicrosoftGraphOrgEntityProvider:default',
      'microsoft',
      'Microsoft Entra ID, tenant tenant-1',
      'catalog.providers.microsoftGraphOrg.default',
      'MicrosoftGraphOrgEntityProvider:default:refresh',
    ],
    [
      'KeycloakOrgEntityProvider:default',
      'keycloak',
      'Keycloak https://keycloak.test acme',
      'catalog.providers.keycloakOrg.default',
      'KeycloakOrgEntityProvider:default:refresh',
    ],
    [
      'LdapOrgEntityProvider:main',
      'ldap',
      'LDAP directory ldaps://ldap.test:636',
      'catalog.providers.ldapOrg.main',
      'LdapOrgEntityProvider:main:refresh',
    ],
  ]);
});

it('passes over a key that cannot be read', () => {
  expect(
    read({
      githubOrg: { githubUrl: 'https://github.com' },
      keycloakOrg: 'nothing',
      ldapOrg: { main: { target: 'ldap://ldap.test' } },
    }).map(({ id }) => id),
  ).toEqual(['LdapOrgEntityProvider:main']);
});

it('takes an entry of Microsoft Graph without an id', () => {
  expect(
    read({ microsoftGraphOrg: { tenantId: 't', clientId: 'c' } }),
  ).toMatchObject([
    {
      id: 'MicrosoftGraphOrgEntityProvider:default',
      configKey: 'catalog.providers.microsoftGraphOrg',
    },
  ]);
});

it('takes one entry or a list of GitHub', () => {
  const entry = { id: 'main', githubUrl: 'https://github.com', orgs: ['acme'] };
  expect(read({ githubOrg: entry })).toEqual([
    {
      id: 'GithubMultiOrgEntityProvider:main',
      kind: 'github',
      title: 'GitHub acme',
      configKey: 'catalog.providers.githubOrg',
      task: { pluginId: 'github', id: 'github-people:main' },
      github: { host: 'github.com', organisations: ['acme'] },
    },
  ]);
  expect(
    read({ githubOrg: [entry, { id: 'b', githubUrl: 'https://ghe.test' }] }),
  ).toMatchObject([
    { configKey: 'catalog.providers.githubOrg[0]' },
    {
      title: 'GitHub ghe.test (wherever the App is installed)',
      configKey: 'catalog.providers.githubOrg[1]',
      github: { host: 'ghe.test' },
    },
  ]);
});
