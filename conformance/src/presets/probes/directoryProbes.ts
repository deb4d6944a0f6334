import { startSlapd } from '../standIns/startSlapd';
import { testAuthority } from '../standIns/testAuthority';
import { createCookieJar } from '../cookieJar';
import { startPreset } from '../startPreset';
import { eventually } from './eventually';
import { expectEntities } from './expectEntities';
import { expectNoGuest } from './expectSignIn';
import type { Probe } from './Probe';

/** People and groups of a real OpenLDAP over LDAPS, in its own shape or in that of Active Directory. */
const directory =
  (options: {
    presets: string[];
    shape: 'openldap' | 'active-directory';
    people: string;
    groups: string;
    group: string;
  }): Probe =>
  async use => {
    const slapd = await use(startSlapd({ shape: options.shape }));
    const { suffix, adminDn, password } = slapd.directory;
    const portal = await use(
      startPreset({
        presets: options.presets,
        variables: {
          LDAP_URL: slapd.secureUrl,
          LDAP_CA_FILE: (await testAuthority()).caFile,
          LDAP_DN: adminDn,
          LDAP_SECRET: password,
          LDAP_USERS_BASE_DN: `${options.people},${suffix}`,
          LDAP_GROUPS_BASE_DN: `${options.groups},${suffix}`,
        },
      }),
    );

    await expectEntities(portal, ['user:default/grace', options.group]);

    const jar = createCookieJar();
    const url = new URL(`${portal.url}/api/auth/ldap/refresh?env=production`);
    const post = async (body?: object, cookie = jar.header(url)) => {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          cookie,
          'content-type': 'application/json',
          'x-requested-with': 'XMLHttpRequest',
        },
        body: body && JSON.stringify(body),
      });
      jar.store(url, response);
      return { status: response.status, body: await response.json() };
    };
    const identity = {
      status: 200,
      body: {
        backstageIdentity: {
          identity: {
            userEntityRef: 'user:default/grace',
            ownershipEntityRefs: expect.arrayContaining([options.group]),
          },
        },
      },
    };
    await eventually(() =>
      expect(
        post({ username: 'grace', password: 'grace-secret' }),
      ).resolves.toMatchObject(identity),
    );
    await expect(post()).resolves.toMatchObject(identity);

    for (const credentials of [
      { username: 'grace', password: 'wrong' },
      { username: 'grace', password: '' },
      { username: 'gra*', password: 'grace-secret' },
      { username: 'grace)(uid=*', password: 'grace-secret' },
    ]) {
      await expect(post(credentials)).resolves.toMatchObject({ status: 401 });
    }
    // What somebody writes into a cookie is not believed.
    const claims = { sub: 'user:default/grace', exp: 4_000_000_000 };
    const forged = `e30.${Buffer.from(JSON.stringify(claims)).toString(
      'base64url',
    )}.x`;
    for (const name of [
      'backstage-token',
      'ldap-session',
      'ldap-refresh-token',
    ]) {
      await expect(post(undefined, `${name}=${forged}`)).resolves.toMatchObject(
        { status: 401 },
      );
    }
    await expectNoGuest(portal);

    if (options.shape === 'active-directory') {
      // His account is disabled.
      await expectEntities(portal, [], ['user:default/alan']);
      await expect(
        post({ username: 'alan', password: 'alan-secret' }),
      ).resolves.toMatchObject({ status: 401 });
    }
  };

export const directoryProbes: Record<string, Probe> = {
  ldap: directory({
    presets: ['ldap'],
    shape: 'openldap',
    people: 'ou=people',
    groups: 'ou=groups',
    group: 'group:default/compilers',
  }),
  'ldap-ad': directory({
    presets: ['ldap', 'ldap-ad'],
    shape: 'active-directory',
    people: 'ou=People',
    groups: 'ou=Groups',
    group: 'group:default/compilers',
  }),
};
