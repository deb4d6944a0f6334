import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { fingerprintOf } from '../credentials/fingerprintOf';
import { readGithubHosts } from './readGithubHosts';

const read = (data: JsonObject) =>
  readGithubHosts({ config: new ConfigReader(data), stored: [] });

const app = {
  appId: 1,
  clientId: 'Iv1.1',
  clientSecret: 'secret',
  privateKey: 'key',
};
const { clientId, clientSecret, privateKey } = app;

it('reads integrations, with places, webhooks and keys in one line', () => {
  const { hosts, ignored, problems } = read({
    integrations: {
      github: [
        { host: 'github.com', token: ' ghp_1 ' },
        {
          host: 'ghe.example.com',
          token: 'ghp_2',
          apps: [
            app,
            {
              ...app,
              appId: '2',
              privateKey: 'a\\nb',
              webhookUrl: 'https://portal.example.com/hook',
              webhookSecret: 'hush',
              allowedInstallationOwners: ['Acme'],
              publicAccess: true,
            },
          ],
        },
      ],
    },
  });
  expect(ignored).toEqual([]);
  expect(problems).toEqual([]);
  expect(hosts).toEqual([
    {
      host: 'github.com',
      title: 'github.com',
      apiBaseUrl: 'https://api.github.com',
      graphqlUrl: 'https://api.github.com/graphql',
      webUrl: 'https://github.com',
      rawBaseUrl: 'https://raw.githubusercontent.com',
      origin: 'integrations',
      configKey: 'integrations.github[0]',
      credentials: [
        {
          kind: 'token',
          id: `token:github.com:${fingerprintOf('ghp_1')}`,
          title: `token ${fingerprintOf('ghp_1').slice(0, 4)}…`,
          from: 'config',
          configKey: 'integrations.github[0].token',
          token: 'ghp_1',
          fingerprint: fingerprintOf('ghp_1'),
        },
      ],
    },
    {
      host: 'ghe.example.com',
      title: 'ghe.example.com',
      apiBaseUrl: 'https://ghe.example.com/api/v3',
      graphqlUrl: 'https://ghe.example.com/api/graphql',
      webUrl: 'https://ghe.example.com',
      origin: 'integrations',
      configKey: 'integrations.github[1]',
      credentials: [
        {
          kind: 'app',
          id: 'app:ghe.example.com:1',
          title: 'App 1',
          from: 'config',
          configKey: 'integrations.github[1].apps[0]',
          appId: 1,
          clientId,
          clientSecret,
          privateKey,
        },
        {
          kind: 'app',
          id: 'app:ghe.example.com:2',
          title: 'App 2',
          from: 'config',
          configKey: 'integrations.github[1].apps[1]',
          appId: 2,
          clientId,
          clientSecret,
          privateKey: 'a\nb',
          webhookUrl: 'https://portal.example.com/hook',
          webhookSecret: 'hush',
          allowedOwners: ['acme'],
          publicAccess: true,
        },
        expect.objectContaining({
          kind: 'token',
          configKey: 'integrations.github[1].token',
        }),
      ],
    },
  ]);
});

it('reads connections, which hide every entry of integrations', () => {
  const { hosts, ignored, problems } = read({
    integrations: { github: [{ token: 'ghp_old' }] },
    connections: [
      { type: 'gitlab', host: 'gitlab.com', auth: [{ method: 'none' }] },
      {
        type: 'github',
        host: 'github.com',
        title: 'Our GitHub',
        match: { plugins: ['catalog', 'techdocs'] },
        auth: [
          { method: 'token', token: 'ghp_1' },
          {
            method: 'token',
            token: 'ghp_2',
            title: 'second',
            match: { plugins: ['catalog', 'scaffolder'] },
          },
          { method: 'app', ...app, orgs: [] },
          { method: 'none' },
        ],
      },
    ],
  });
  expect(problems).toEqual([]);
  expect(ignored).toEqual([
    {
      host: 'github.com',
      configKey: 'integrations.github[0]',
      reason: expect.stringContaining('connections[1]'),
    },
  ]);
  expect(hosts).toHaveLength(1);
  expect(hosts[0]).toMatchObject({
    title: 'Our GitHub',
    origin: 'connections',
    configKey: 'connections[1]',
  });
  expect(
    hosts[0].credentials.map(({ title, configKey, plugins }) => [
      title,
      configKey,
      plugins,
    ]),
  ).toEqual([
    ['App 1', 'connections[1].auth[2]', ['catalog', 'techdocs']],
    [
      expect.stringMatching(/^token /),
      'connections[1].auth[0]',
      ['catalog', 'techdocs'],
    ],
    ['second', 'connections[1].auth[1]', ['catalog']],
  ]);
  expect(hosts[0].credentials[0]).not.toHaveProperty('allowedOwners');
});

it('adds github.com without a credential, as Backstage does', () => {
  const { hosts } = read({});
  expect(hosts).toMatchObject([{ host: 'github.com', credentials: [] }]);
  expect(
    read({ integrations: { github: [{ host: 'ghe.example.com' }] } }).hosts.map(
      ({ host }) => host,
    ),
  ).toEqual(['ghe.example.com', 'github.com']);
});

it('takes the first entry of a host, and says which others it ignores', () => {
  const { hosts, ignored } = read({
    integrations: { github: [{ token: 'ghp_1' }, { token: 'ghp_2' }] },
  });
  expect(hosts).toMatchObject([{ credentials: [{ token: 'ghp_1' }] }]);
  expect(ignored).toEqual([
    {
      host: 'github.com',
      configKey: 'integrations.github[1]',
      reason:
        'an earlier entry names github.com as well, and the first one wins; put their credentials into one entry',
    },
  ]);
});

it('takes the first entry of connections for a host, where Backstage refuses to start', () => {
  const entry = (token: string) => ({
    type: 'github',
    host: 'github.com',
    auth: [{ method: 'token', token }],
  });
  const { hosts, ignored } = read({
    connections: [entry('ghp_1'), entry('ghp_2')],
  });
  expect(hosts).toMatchObject([{ credentials: [{ token: 'ghp_1' }] }]);
  expect(ignored).toMatchObject([{ configKey: 'connections[1]' }]);
});

it.each([
  { integrations: { gitlab: [{ host: 17 }] } },
  { connections: [{ type: 'gitlab', host: 'gitlab.com', auth: [] }] },
  { connections: [{ type: 'unheard-of' }] },
])('is not brought down by %j', broken => {
  const { hosts, problems } = read({
    ...broken,
    integrations: {
      ...broken.integrations,
      github: [{ token: 'ghp_secret' }],
    },
  });
  expect(hosts).toMatchObject([{ credentials: [{ token: 'ghp_secret' }] }]);
  expect(problems).toHaveLength(1);
  expect(JSON.stringify(problems)).not.toContain('ghp_secret');
});

it('leaves out an entry that is invalid, and no other', () => {
  const { hosts, ignored, problems } = read({
    integrations: {
      github: [
        { host: 'github.com', apps: [{ appId: 1, privateKey: 'very-secret' }] },
        { host: 'ghe.example.com', token: 'ghp_1' },
        { host: 'other.example.com', apps: [{ ...app, appId: 'portal' }] },
      ],
    },
  });
  expect(hosts.map(({ host }) => host)).toEqual(['ghe.example.com']);
  expect(ignored).toEqual([]);
  expect(problems).toEqual([
    {
      host: 'github.com',
      configKey: 'integrations.github[0]',
      reason: expect.stringContaining('clientId'),
    },
    {
      host: 'other.example.com',
      configKey: 'integrations.github[2]',
      reason: expect.stringContaining('integrations.github[2].apps[0].appId'),
    },
  ]);
  expect(JSON.stringify(problems)).not.toContain('very-secret');
});

it('does not fall back to integrations where connections is invalid', () => {
  const { hosts, problems } = read({
    integrations: { github: [{ token: 'ghp_1' }] },
    connections: [{ type: 'github', host: 'github.com', auth: [] }],
  });
  expect(hosts).toEqual([]);
  expect(problems).toMatchObject([{ configKey: 'connections[0]' }]);
});

it('gives an App that is named twice two ids', () => {
  const { hosts } = read({
    integrations: {
      github: [{ apps: [app, { ...app, allowedInstallationOwners: [] }] }],
    },
  });
  expect(hosts[0].credentials).toMatchObject([
    { id: 'app:github.com:1' },
    { id: 'app:github.com:1:2', allowedOwners: [] },
  ]);
});

it('uses the scheme of the API for pages', () => {
  const { hosts } = read({
    integrations: {
      github: [
        { host: 'localhost:7008', apiBaseUrl: 'http://localhost:7008/api/v3/' },
      ],
    },
  });
  expect(hosts[0]).toMatchObject({
    apiBaseUrl: 'http://localhost:7008/api/v3',
    graphqlUrl: 'http://localhost:7008/api/graphql',
    webUrl: 'http://localhost:7008',
  });
});
