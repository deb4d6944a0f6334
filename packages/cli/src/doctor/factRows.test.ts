import type {
  GithubHostFacts,
  SystemFacts,
} from '@callboard/plugin-connections-common';
import { factRows } from './factRows';

const app = (name: string | undefined, accounts: string[], status = 'valid') =>
  ({
    key: { status },
    name,
    appId: 7,
    installations: accounts.map(account => ({ account })),
  } as GithubHostFacts['apps'][number]);
const token = (owner?: string) =>
  ({ fingerprint: '3f9a1b2c', owner } as GithubHostFacts['tokens'][number]);
const host = (values: Partial<GithubHostFacts>) =>
  ({
    host: 'github.com',
    configKey: 'integrations.github[0]',
    apiBaseUrl: 'https://api.github.com',
    apps: [],
    tokens: [],
    ...values,
  } as GithubHostFacts);

it.each<[string, Partial<GithubHostFacts>]>([
  ['no credential, so calls are anonymous', {}],
  ['token 3f9a… of mel', { tokens: [token('mel')] }],
  [
    'App Callboard (installed on acme), then token 3f9a… (owner unknown)',
    { apps: [app('Callboard', ['acme'])], tokens: [token()] },
  ],
  ['App 7 (installed nowhere)', { apps: [app(undefined, [])] }],
  ['App 7 (not reached)', { apps: [app(undefined, [], 'unreachable')] }],
  [
    'App Callboard (installed on a, b and 2 more)',
    { apps: [app('Callboard', ['a', 'b', 'c', 'd'])] },
  ],
])('says of a host: %s', (words, values) => {
  const facts = host(values);
  expect(factRows({ hosts: [facts], systems: [] })).toEqual([
    {
      id: 'facts:github.com',
      group: 'connections',
      check: `GitHub github.com: ${words}`,
      cause: 'integrations.github[0], API https://api.github.com',
      status: 'pass',
      remedy: '',
      links: [],
      facts,
    },
  ]);
});

it('puts the database into its own group', () => {
  const system = (values: Partial<SystemFacts>) =>
    ({
      title: 'A system',
      target: 'https://x',
      configKey: 'a.key',
      credential: { type: 'password' },
      ...values,
    } as SystemFacts);
  const rows = factRows({
    hosts: [],
    systems: [
      system({ id: 'db', kind: 'database', credential: { type: 'none' } }),
      system({
        id: 'ldap',
        kind: 'ldap',
        credential: { type: 'token', expiresAt: '2027-01-02T00:00:00Z' },
      }),
    ],
  });
  expect(rows.map(({ group, check }) => [group, check])).toEqual([
    ['database', 'A system: https://x'],
    ['connections', 'A system: https://x (token, until 2027-01-02)'],
  ]);
});
