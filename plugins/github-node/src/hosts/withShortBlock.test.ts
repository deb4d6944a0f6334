import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { fingerprintOf } from '../credentials/fingerprintOf';
import type { StoredCredential } from '../stored/StoredCredential';
import { readGithubHosts } from './readGithubHosts';

const host = 'github.example.com';
const block = {
  baseUrl: `https://${host}`,
  token: 'ghp_block',
  org: 'acme',
  schedule: { frequency: { minutes: 5 }, timeout: { minutes: 10 } },
};

function read(data: JsonObject, stored: StoredCredential[] = []) {
  const { hosts, problems, ignored } = readGithubHosts({
    config: new ConfigReader({
      catalog: { providers: { github: block } },
      ...data,
    }),
    stored,
  });
  return {
    problems,
    ignored,
    own: hosts.find(known => known.host.toLowerCase() === host),
  };
}

it('makes the host known, with the token', () => {
  const { own, problems, ignored } = read({});
  expect(problems).toEqual([]);
  expect(ignored).toEqual([]);
  expect(own).toMatchObject({
    apiBaseUrl: `https://${host}/api/v3`,
    configKey: 'catalog.providers.github',
    credentials: [
      {
        kind: 'token',
        token: 'ghp_block',
        configKey: 'catalog.providers.github.token',
      },
    ],
  });
});

it('knows where a GitHub without https answers', () => {
  const { own } = read({
    catalog: {
      providers: { github: { ...block, baseUrl: `http://${host}/` } },
    },
  });
  expect(own).toMatchObject({
    apiBaseUrl: `http://${host}/api/v3`,
    webUrl: `http://${host}`,
  });
});

it('gives an entry of integrations the token that it lacks, after its Apps', () => {
  const app = {
    appId: 7,
    clientId: 'Iv1.1',
    clientSecret: 'secret',
    privateKey: 'key',
  };
  const { own, problems } = read({
    integrations: {
      gitlab: [{ host: 'gitlab.com', token: 'glpat' }],
      github: [
        { host: 'github.com' },
        { host: 'GitHub.example.com', apps: [app] },
      ],
    },
  });
  expect(problems).toEqual([]);
  expect(own).toMatchObject({
    configKey: 'integrations.github[1]',
    credentials: [
      { kind: 'app', configKey: 'integrations.github[1].apps[0]' },
      { kind: 'token', configKey: 'catalog.providers.github.token' },
    ],
  });
});

it('leaves a token that is there, and says so where the block has another', () => {
  const same = read({
    integrations: { github: [{ host, token: 'ghp_block' }] },
  });
  expect(same.problems).toEqual([]);
  expect(same.own?.credentials).toMatchObject([
    { configKey: 'integrations.github[0].token' },
  ]);

  const other = read({
    integrations: { github: [{ host, token: 'ghp_other' }] },
  });
  expect(other.own?.credentials).toMatchObject([{ token: 'ghp_other' }]);
  expect(other.problems).toEqual([
    {
      configKey: 'catalog.providers.github.token',
      reason: expect.stringContaining('integrations.github[0].token'),
    },
  ]);
  expect(JSON.stringify(other.problems)).not.toContain('ghp_');
});

it('takes the successor of a rotated token for the same', () => {
  const rotated: StoredCredential = {
    kind: 'token',
    host,
    token: 'ghp_new',
    replaces: fingerprintOf('ghp_block'),
    storedAt: '2026-01-01T00:00:00Z',
  };
  const { own, problems } = read(
    { integrations: { github: [{ host, token: 'ghp_new' }] } },
    [rotated],
  );
  expect(problems).toEqual([]);
  expect(own?.credentials).toMatchObject([{ token: 'ghp_new' }]);

  const alone = read({}, [rotated]);
  expect(alone.own?.credentials).toMatchObject([
    {
      token: 'ghp_new',
      from: 'stored',
      configKey: 'catalog.providers.github.token',
    },
  ]);
});

it('has no effect beside connections, and says so unless the token is there', () => {
  const connection = (token: string) => ({
    type: 'github',
    host,
    auth: [{ method: 'token', token }],
  });
  expect(read({ connections: [connection('ghp_block')] }).problems).toEqual([]);
  const { own, problems } = read({ connections: [connection('ghp_other')] });
  expect(own?.credentials).toMatchObject([{ token: 'ghp_other' }]);
  expect(problems).toEqual([
    {
      configKey: 'catalog.providers.github.token',
      reason: expect.stringContaining('connections[0]'),
    },
  ]);
});

it.each([
  [{ baseUrl: 'github.example.com' }, 'baseUrl', 'not an address'],
  [{ baseUrl: `https://${host}/acme` }, 'baseUrl', '/acme'],
  [{ baseUrl: `https://bot:pw@${host}` }, 'baseUrl', 'user name'],
  [{ host: 'other.example.com' }, 'baseUrl', 'other.example.com'],
  [{ organization: 'other' }, 'org', 'other'],
])('refuses %j', (changed, key, part) => {
  const { problems } = read({
    catalog: { providers: { github: { ...block, ...changed } } },
  });
  expect(problems).toEqual([
    {
      configKey: `catalog.providers.github.${key}`,
      reason: expect.stringContaining(part),
    },
  ]);
  expect(JSON.stringify(problems)).not.toContain('pw@');
});

it('is no block where the keys are ids of entries', () => {
  const { own, problems } = read({
    catalog: { providers: { github: { org: { organization: 'acme' } } } },
  });
  expect(problems).toEqual([]);
  expect(own).toBeUndefined();
});
