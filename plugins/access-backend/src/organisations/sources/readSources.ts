import type { Config } from '@backstage/config';
import type { ConfiguredSource } from './ConfiguredSource';
import { readGithubSources } from './readGithubSources';

const ROOT = 'catalog.providers';

/** A module of stock Backstage or of its community, by its key below `catalog.providers`. */
interface Module {
  key: string;
  kind: ConfiguredSource['kind'];
  provider: string;
  /** What is there when its only entry stands under the key itself, without an id. */
  ownKey?: string;
  isSource?(entry: Config): boolean;
  title(entry: Config): string;
}

const MODULES: Module[] = [
  {
    key: 'gitlab',
    kind: 'gitlab',
    provider: 'GitlabOrgDiscoveryEntityProvider',
    // The same key discovers projects, and does that alone without this.
    isSource: entry => entry.getOptionalBoolean('orgEnabled') ?? false,
    title: entry =>
      words('GitLab', entry, 'host', entry.getOptionalString('group')),
  },
  {
    key: 'microsoftGraphOrg',
    kind: 'microsoft',
    provider: 'MicrosoftGraphOrgEntityProvider',
    ownKey: 'clientId',
    title: entry => words('Microsoft Entra ID, tenant', entry, 'tenantId'),
  },
  {
    key: 'keycloakOrg',
    kind: 'keycloak',
    provider: 'KeycloakOrgEntityProvider',
    title: entry =>
      words('Keycloak', entry, 'baseUrl', entry.getOptionalString('realm')),
  },
  {
    key: 'ldapOrg',
    kind: 'ldap',
    provider: 'LdapOrgEntityProvider',
    title: entry => words('LDAP directory', entry, 'target'),
  },
];

/**
 * The sources of users and groups in the configuration, under the names that their providers have in the catalog. A key that cannot be read
 * has none: its module says so when it starts, and the others are there.
 */
export function readSources(options: { config: Config }): ConfiguredSource[] {
  const { config } = options;
  return [
    () => readGithubSources({ config }),
    ...MODULES.map(each => () => readModule({ module: each, config })),
  ].flatMap(read => {
    try {
      return read();
    } catch {
      return [];
    }
  });
}

function readModule(options: {
  module: Module;
  config: Config;
}): ConfiguredSource[] {
  const { module, config } = options;
  const { key, kind, provider, ownKey, isSource = () => true } = module;
  const path = `${ROOT}.${key}`;
  const root = config.getOptionalConfig(path);
  if (!root) return [];
  const entries: [string, string, Config][] =
    ownKey && root.has(ownKey)
      ? [['default', path, root]]
      : root.keys().map(id => [id, `${path}.${id}`, root.getConfig(id)]);
  return entries
    .filter(([, , entry]) => isSource(entry))
    .map(([name, configKey, entry]) => {
      const id = `${provider}:${name}`;
      const task = { pluginId: 'catalog' as const, id: `${id}:refresh` };
      return { id, kind, configKey, task, title: module.title(entry) };
    });
}

function words(
  what: string,
  entry: Config,
  key: string,
  more?: string,
): string {
  const value = entry
    .getOptionalString(key)
    // Nobody should write a password there, and it is not shown if somebody does.
    ?.replace(/(\/\/)[^/\s@]+@/, '$1');
  return [what, value, more].filter(Boolean).join(' ');
}
