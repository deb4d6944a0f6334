import { mockServices } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { azureDevOps } from './azure/azureDevOps';
import { gitlab } from './gitlab/gitlab';
import { inspectSystems } from './inspectSystems';
import { kubernetesClusters } from './kubernetes/kubernetesClusters';
import { ldapDirectories } from './ldap/ldapDirectories';
import { microsoftEntra } from './microsoft/microsoftEntra';
import { keycloakOrg } from './oidc/keycloakOrg';
import { ProbeError } from './ProbeError';
import type { FindSystems, Probed } from './System';

const MINUTE_MS = 60_000;

describe('how often a system is asked', () => {
  /** A directory that counts who comes, and answers as it is told. */
  function open(values: { carries?: boolean } = {}) {
    const { carries = true } = values;
    const start = Date.parse('2026-11-26T10:00:00Z');
    const state = {
      asked: 0,
      minutes: 0,
      secret: 'first',
      target: 'ldaps://name:pw@ldap.example.com',
      answer: (): Probed => ({ detail: 'It takes the account.' }),
    };
    const find: FindSystems = () => [
      {
        id: 'ldap:default',
        kind: 'ldap',
        title: 'LDAP',
        target: state.target,
        configKey: 'ldap',
        credential: { type: 'bind account' },
        ...(carries && { carries: async () => ({ secret: state.secret }) }),
        async probe() {
          state.asked += 1;
          return state.answer();
        },
      },
    ];
    const context = {
      config: mockServices.rootConfig({ data: {} }),
      fetch,
      now: () => new Date(start + state.minutes * MINUTE_MS),
    };
    const inspect = async (asked?: boolean) => {
      const [facts] = await inspectSystems({
        context,
        asked,
        kinds: [{ kind: 'ldap', key: 'ldap', find }],
      });
      return facts;
    };
    return { state, inspect };
  }
  const refuse = (): never => {
    throw new ProbeError('It refuses the account.', 'Compare the password.');
  };

  it('keeps what carries a secret for ten minutes', async () => {
    const { state, inspect } = open();
    const first = await inspect();
    state.minutes = 9;
    expect(await inspect()).toEqual(first);
    expect(state.asked).toBe(1);
    state.minutes = 10;
    await inspect();
    expect(state.asked).toBe(2);
  });

  it('keeps a refusal too, with its remedy: a directory locks accounts', async () => {
    const { state, inspect } = open();
    state.answer = refuse;
    const refused = {
      status: 'fail',
      detail: 'It refuses the account.',
      remedy: 'Compare the password.',
    };
    for (state.minutes = 0; state.minutes < 60; state.minutes += 1) {
      expect(await inspect()).toMatchObject(refused);
    }
    expect(state.asked).toBe(6);
  });

  it('keeps an answer that did not come in time: the secret may have been read', async () => {
    const { state, inspect } = open();
    state.answer = () => {
      throw new Error('no answer within 5 seconds');
    };
    await inspect();
    await inspect();
    expect(state.asked).toBe(1);
  });

  it('asks a changed secret, and a changed address, at once', async () => {
    const { state, inspect } = open();
    state.answer = refuse;
    await inspect();
    state.secret = 'second';
    state.answer = () => ({ detail: 'It takes the account.' });
    expect(await inspect()).toMatchObject({ status: 'pass' });
    expect(state.asked).toBe(2);
    state.target = 'ldaps://other.example.com';
    await inspect();
    expect(state.asked).toBe(3);
  });

  it('asks where somebody waits, and keeps that for the others', async () => {
    const { state, inspect } = open();
    state.answer = refuse;
    await inspect();
    state.answer = () => ({ detail: 'It takes the account.' });
    expect(await inspect(true)).toMatchObject({ status: 'pass' });
    expect(await inspect()).toMatchObject({ status: 'pass' });
    expect(state.asked).toBe(2);
  });

  it.each([
    Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }),
    new TypeError('fetch failed', {
      cause: Object.assign(new Error('no name'), { code: 'ENOTFOUND' }),
    }),
  ])('asks again at the next run where nobody heard it: %s', async error => {
    const { state, inspect } = open();
    state.answer = () => {
      throw error;
    };
    expect(await inspect()).toMatchObject({ status: 'fail' });
    state.answer = () => ({ detail: 'It takes the account.' });
    expect(await inspect()).toMatchObject({ status: 'pass' });
  });

  it('asks at every run what carries none, such as a database', async () => {
    const { state, inspect } = open({ carries: false });
    await inspect();
    await inspect();
    expect(state.asked).toBe(2);
  });

  it('judges an end by the time of the run, not by that of the question', async () => {
    const { state, inspect } = open();
    state.answer = () => ({
      detail: 'It takes the token.',
      expiresAt: '2026-11-26T10:05:00.000Z',
    });
    expect(await inspect()).toMatchObject({ status: 'warn' });
    state.minutes = 6;
    expect(await inspect()).toMatchObject({ status: 'fail' });
    expect(state.asked).toBe(1);
  });

  it('tells nobody the secret', async () => {
    const { inspect } = open();
    const facts = await inspect();
    expect(facts).not.toHaveProperty('carries');
    expect(JSON.stringify(facts)).not.toMatch(/first|name:pw/);
  });
});

describe('what carries a secret', () => {
  const carriedBy = async (find: FindSystems, data: JsonObject) => {
    const config = mockServices.rootConfig({ data });
    return Promise.all(find({ config }).map(({ carries }) => carries?.()));
  };
  const organisation = (values: JsonObject) => ({
    catalog: { providers: values },
  });

  it.each<[string, FindSystems, JsonObject]>([
    [
      'GitLab',
      gitlab,
      { integrations: { gitlab: [{ host: 'a', token: 'key' }] } },
    ],
    [
      'Azure DevOps',
      azureDevOps,
      {
        ...organisation({ azureDevOps: { a: { organization: 'acme' } } }),
        integrations: {
          azure: [
            {
              host: 'dev.azure.com',
              credentials: [{ personalAccessToken: 'key' }],
            },
          ],
        },
      },
    ],
    [
      'Microsoft Entra ID',
      microsoftEntra,
      organisation({
        microsoftGraphOrg: {
          a: { tenantId: 't', clientId: 'c', clientSecret: 'key' },
        },
      }),
    ],
    [
      'Keycloak',
      keycloakOrg,
      organisation({
        keycloakOrg: {
          a: { baseUrl: 'https://a', clientId: 'c', clientSecret: 'key' },
        },
      }),
    ],
    [
      'a directory',
      ldapDirectories,
      organisation({
        ldapOrg: {
          a: { target: 'ldaps://a', bind: { dn: 'd', secret: 'key' } },
        },
      }),
    ],
    [
      'a directory of sign-in',
      ldapDirectories,
      {
        auth: {
          providers: {
            ldap: {
              production: {
                ldapAuthenticationOptions: {
                  ldapOpts: { url: 'ldaps://a' },
                  adminDn: 'd',
                  adminPassword: 'key',
                },
              },
            },
          },
        },
      },
    ],
    [
      'a cluster',
      kubernetesClusters,
      {
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [
                { name: 'a', url: 'https://a', serviceAccountToken: 'key' },
              ],
            },
          ],
        },
      },
    ],
  ])('is known of %s', async (_, find, data) => {
    const carried = await carriedBy(find, data);
    expect(carried).toHaveLength(1);
    expect(JSON.stringify(carried)).toContain('key');
  });

  it.each<[string, FindSystems, JsonObject]>([
    ['GitLab', gitlab, { integrations: { gitlab: [{ host: 'a' }] } }],
    [
      'a directory',
      ldapDirectories,
      organisation({ ldapOrg: { a: { target: 'ldaps://a' } } }),
    ],
    [
      'a cluster of viewers',
      kubernetesClusters,
      {
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [{ name: 'a', url: 'https://a', authProvider: 'oidc' }],
            },
          ],
        },
      },
    ],
  ])('is nothing of %s without one', async (_, find, data) => {
    expect(await carriedBy(find, data)).toEqual([undefined]);
  });
});
