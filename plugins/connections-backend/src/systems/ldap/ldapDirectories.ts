import type { Config } from '@backstage/config';
import type { FindSystems, System } from '../System';
import { probeDirectory, type Directory } from './probeDirectory';

/** Directories that people sign in with, and that the catalog reads people from. */
export const ldapDirectories: FindSystems = ({ config }) => [
  ...signIn(config),
  ...sources(config),
];

function signIn(config: Config): System[] {
  const key = 'auth.providers.ldap';
  const providers = config.getOptionalConfig(key);
  return (providers?.keys() ?? []).flatMap((environment): System[] => {
    const configKey = `${key}.${environment}.ldapAuthenticationOptions`;
    const entry = config.getOptionalConfig(configKey);
    const url = entry?.getOptionalString('ldapOpts.url');
    if (!entry || !url) return [];
    return [
      toSystem({
        id: 'ldap:sign-in',
        title: 'LDAP directory, sign-in',
        configKey,
        directory: {
          url,
          startTls: entry.getOptionalBoolean('starttls') ?? false,
          rejectUnauthorized: booleanAt(
            entry,
            'ldapOpts.tlsOptions.rejectUnauthorized',
          ),
          dn: entry.getOptionalString('adminDn'),
          secret: entry.getOptionalString('adminPassword'),
          base: entry.getOptionalString('userSearchBase'),
        },
      }),
    ];
  });
}

function sources(config: Config): System[] {
  const key = 'catalog.providers.ldapOrg';
  const providers = config.getOptionalConfig(key);
  return (providers?.keys() ?? []).flatMap((id): System[] => {
    const entry = providers!.getConfig(id);
    const url = entry.getOptionalString('target');
    if (!url) return [];
    return [
      toSystem({
        id: `ldap:${id}`,
        title: 'LDAP directory, people and groups',
        configKey: `${key}.${id}`,
        directory: {
          url,
          startTls: false,
          rejectUnauthorized: booleanAt(entry, 'tls.rejectUnauthorized'),
          dn: entry.getOptionalString('bind.dn'),
          secret: entry.getOptionalString('bind.secret'),
          base: Array.isArray(entry.getOptional('users'))
            ? entry.getConfigArray('users')[0]?.getOptionalString('dn')
            : entry.getOptionalString('users.dn'),
        },
      }),
    ];
  });
}

function toSystem(options: {
  id: string;
  title: string;
  configKey: string;
  directory: Directory;
}): System {
  const { directory, ...system } = options;
  return {
    ...system,
    kind: 'ldap',
    target: directory.url,
    credential: { type: directory.dn ? 'bind account' : 'none' },
    carries: () => (directory.dn ? directory : undefined),
    probe: ({ signal }) =>
      probeDirectory({ directory, configKey: system.configKey, signal }),
  };
}

/** A variable gives a text. */
function booleanAt(config: Config, key: string): boolean {
  return String(config.getOptional(key) ?? true) !== 'false';
}
