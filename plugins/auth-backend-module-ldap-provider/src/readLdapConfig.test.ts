import { ConfigReader } from '@backstage/config';
import { readLdapConfig } from './readLdapConfig';

const least = {
  ldapOpts: { url: 'ldaps://ldap.example.com' },
  userSearchBase: 'dc=example',
};
const read = (options: object, more: object = {}) =>
  readLdapConfig(
    new ConfigReader({
      production: { ldapAuthenticationOptions: options, ...more },
    }),
  );

it('verifies certificates, searches anonymously for uid, and keeps sessions for a week', () => {
  expect(read(least)).toMatchObject({
    sessionDurationMs: 7 * 86_400_000,
    directory: {
      url: 'ldaps://ldap.example.com',
      startTls: false,
      rejectUnauthorized: true,
      bind: undefined,
      searchBase: 'dc=example',
      searchFilter: undefined,
      usernameAttribute: 'uid',
    },
  });
});

it('reads everything else', () => {
  expect(
    read(
      {
        ...least,
        ldapOpts: {
          url: 'ldap://[::1]:10389',
          tlsOptions: { rejectUnauthorized: false },
        },
        starttls: true,
        adminDn: 'cn=portal',
        adminPassword: 'secret',
        userSearchFilter: '(objectClass=person)',
        usernameAttribute: 'sAMAccountName',
      },
      { sessionDuration: 'PT12H' },
    ),
  ).toMatchObject({
    sessionDurationMs: 12 * 3_600_000,
    directory: {
      url: 'ldap://[::1]:10389',
      startTls: true,
      rejectUnauthorized: false,
      bind: { dn: 'cn=portal', secret: 'secret' },
      searchFilter: '(objectClass=person)',
      usernameAttribute: 'sAMAccountName',
    },
  });
});

it('takes one environment, whatever its name', () => {
  const environment = { ldapAuthenticationOptions: least };
  const config = (data: object) => new ConfigReader(data as {});

  expect(
    readLdapConfig(config({ staging: environment })).directory.url,
  ).toBeDefined();
  expect(() => readLdapConfig(config({}))).toThrow('it holds none');
  expect(() =>
    readLdapConfig(config({ development: environment, production: {} })),
  ).toThrow('it holds development, production');
});

it.each([
  'ldap.example.com',
  'https://ldap.example.com',
  'ldapi:///var/run/slapd',
  'ldap://',
  'ldap:///dc=example',
  'ldap://host:port',
])('refuses the address %s', url => {
  expect(() => read({ ...least, ldapOpts: { url } })).toThrow(
    'must be ldap://HOST:PORT or ldaps://HOST:PORT',
  );
});

it('wants the password of the account that searches', () => {
  expect(() => read({ ...least, adminDn: 'cn=portal' })).toThrow(
    'adminPassword',
  );
  // With an empty one the server would take the account for nobody.
  expect(() =>
    read({ ...least, adminDn: 'cn=portal', adminPassword: '' }),
  ).toThrow('adminPassword');
});
