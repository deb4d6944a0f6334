import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

const SESSION_DURATION = { days: 7 };

/** Where and how people are looked up. */
export interface LdapDirectoryOptions {
  /** `ldap://` or `ldaps://`. */
  url: string;
  /** Whether a plain connection turns to TLS before anything is sent. */
  startTls: boolean;
  /** Whether the server's certificate is verified. */
  rejectUnauthorized: boolean;
  /** The account that searches. Without one the search is anonymous. */
  bind?: { dn: string; secret: string };
  /** People are below it. */
  searchBase: string;
  /** A filter that people must match, beside the user name. */
  searchFilter?: string;
  /** The attribute that holds the user name. */
  usernameAttribute: string;
}

/** Reads the one environment that `auth.providers.ldap` holds, in the form that the community's LDAP module uses. */
export function readLdapConfig(config: Config): {
  environment: Config;
  directory: LdapDirectoryOptions;
  sessionDurationMs: number;
} {
  const names = config.keys();
  if (names.length !== 1) {
    throw new InputError(
      `auth.providers.ldap must hold one environment, for example production; it holds ${
        names.join(', ') || 'none'
      }`,
    );
  }
  const environment = config.getConfig(names[0]);
  const options = environment.getConfig('ldapAuthenticationOptions');
  const dn = options.getOptionalString('adminDn');
  return {
    environment,
    sessionDurationMs: durationToMilliseconds(
      environment.has('sessionDuration')
        ? readDurationFromConfig(environment, { key: 'sessionDuration' })
        : SESSION_DURATION,
    ),
    directory: {
      url: urlOf(options),
      startTls: options.getOptionalBoolean('starttls') ?? false,
      rejectUnauthorized:
        options.getOptionalBoolean('ldapOpts.tlsOptions.rejectUnauthorized') ??
        true,
      bind: dn ? { dn, secret: options.getString('adminPassword') } : undefined,
      searchBase: options.getString('userSearchBase'),
      searchFilter: options.getOptionalString('userSearchFilter'),
      usernameAttribute:
        options.getOptionalString('usernameAttribute') ?? 'uid',
    },
  };
}

function urlOf(options: Config) {
  const url = options.getString('ldapOpts.url');
  if (!/^ldaps?:\/\/[^/]/.test(url) || !URL.canParse(url)) {
    throw new InputError(
      'auth.providers.ldap: ldapOpts.url must be ldap://HOST:PORT or ldaps://HOST:PORT',
    );
  }
  return url;
}
