// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { freePort } from '@callboard/cli/src/testing/freePort';
import { startSlapd } from '../standIns/startSlapd';
import { testAuthority } from '../standIns/testAuthority';
import type { PrepareIdentity } from './IdentitySetup';

const GRACE = ['user:default/grace', 'group:default/compilers'];

/** A directory whose connection is encrypted from the start, or turns to TLS before anything is sent. */
const directory =
  (options: {
    presets: string[];
    shape: 'openldap' | 'active-directory';
    startsTls: boolean;
  }): PrepareIdentity =>
  async use => {
    const { presets, shape, startsTls } = options;
    const slapd = await use(startSlapd({ shape }));
    const { suffix, adminDn, password } = slapd.directory;
    const isAd = shape === 'active-directory';
    return {
      presets,
      port: await freePort(),
      variables: {
        LDAP_URL: startsTls ? slapd.url : slapd.secureUrl,
        LDAP_CA_FILE: (await testAuthority()).caFile,
        LDAP_DN: adminDn,
        LDAP_SECRET: password,
        LDAP_USERS_BASE_DN: `${isAd ? 'ou=People' : 'ou=people'},${suffix}`,
        LDAP_GROUPS_BASE_DN: `${isAd ? 'ou=Groups' : 'ou=groups'},${suffix}`,
      },
      ...(startsTls && {
        config: {
          auth: {
            providers: {
              ldap: {
                production: { ldapAuthenticationOptions: { starttls: true } },
              },
            },
          },
          // What reads people for the catalog does not turn to TLS by itself.
          catalog: {
            providers: { ldapOrg: { default: { target: slapd.secureUrl } } },
          },
        },
      }),
      provider: 'ldap',
      title: 'LDAP',
      arrive: GRACE,
      owns: GRACE,
      unknown: [],
    };
  };

/** People who give user name and password to the portal. */
export const directories: Record<string, PrepareIdentity> = {
  'ldap with StartTLS': directory({
    presets: ['ldap'],
    shape: 'openldap',
    startsTls: true,
  }),
  'ldap-ad with LDAPS': directory({
    presets: ['ldap', 'ldap-ad'],
    shape: 'active-directory',
    startsTls: false,
  }),
};
