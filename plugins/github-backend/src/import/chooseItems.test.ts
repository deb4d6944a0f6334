import type { ImportItem, ImportRun } from '@callboard/plugin-github-common';
import type { GithubHost } from '@callboard/plugin-github-node';
import { chooseHost } from './chooseHost';
import { chooseItems } from './chooseItems';

const item = (
  name: string,
  state: ImportItem['state'],
  status?: NonNullable<ImportItem['outcome']>['status'],
): ImportItem => ({
  ...{ repository: `acme/${name}`, url: '', state, missing: [], problems: [] },
  ...(status && { outcome: { status, at: '' } }),
});
const run = (change: Partial<ImportRun> = {}) =>
  ({
    ...{ status: 'planned', total: 0 },
    items: [
      item('a', 'inferable'),
      item('b', 'inferable', 'registered'),
      item('c', 'inferred'),
      item('d', 'described'),
      item('e', 'inferable', 'failed'),
      item('f', 'inferable', 'pull-request'),
    ],
    ...change,
  } as ImportRun);

it('chooses all that can be applied and is not done', () => {
  expect(chooseItems({ run: run(), mode: 'register' })).toEqual([
    'acme/a',
    'acme/e',
  ]);
  expect(chooseItems({ run: run(), mode: 'pull-request' })).toEqual([
    'acme/a',
    'acme/b',
    'acme/c',
    'acme/e',
  ]);
});

it('chooses what is named, however it is spelled', () => {
  expect(
    chooseItems({
      ...{ run: run(), mode: 'register' },
      repositories: ['ACME/A', 'acme/a', 'acme/b'],
    }),
  ).toEqual(['acme/a']);
});

it('names all that cannot be, and chooses nothing then', () => {
  expect(() =>
    chooseItems({
      ...{ run: run(), mode: 'register' },
      repositories: ['acme/a', 'acme/c', 'acme/d', 'other/x'],
    }),
  ).toThrow(
    'acme/c is inferred; acme/d is described; other/x is not in the plan',
  );
});

it('goes on with what was chosen, in the same mode alone', () => {
  const paused = run({ status: 'paused', mode: 'register', total: 2 });
  expect(chooseItems({ run: paused, mode: 'register' })).toBeUndefined();
  expect(chooseItems({ run: paused, mode: 'pull-request' })).toHaveLength(4);
});

describe('the GitHub that is meant', () => {
  const open = (
    hosts: string[],
    options: { host?: string; mirrored?: string[]; apiBaseUrl?: string } = {},
  ) =>
    chooseHost({
      host: options.host,
      organisation: 'acme',
      hosts: hosts.map(host => ({
        ...{ host, credentials: [] },
        apiBaseUrl: options.apiBaseUrl ?? `https://${host}/api/v3`,
      })) as unknown as GithubHost[],
      isMirrored: async ({ host, owner }) =>
        owner === 'acme' && Boolean(options.mirrored?.includes(host)),
    });

  it('is the named one, else the only one', async () => {
    expect(await open(['github.com'])).toBe('github.com');
    expect(await open(['github.com', 'ghe.example'])).toBe('ghe.example');
    expect(
      await open(['github.com', 'GHE.example'], { host: 'ghe.EXAMPLE' }),
    ).toBe('GHE.example');
  });

  it('is the only one that mirrors the organisation', async () => {
    expect(
      await open(['a.example', 'b.example', 'github.com'], {
        mirrored: ['b.example'],
      }),
    ).toBe('b.example');
    expect(
      await open(['a.example', 'github.com'], { mirrored: ['github.com'] }),
    ).toBe('github.com');
  });

  it('is one server, whatever other names it has', async () => {
    expect(
      await open(['localhost:7411', 'github.com', 'localhost'], {
        apiBaseUrl: 'http://localhost:7411/api/v3',
      }),
    ).toBe('localhost:7411');
  });

  it('is asked for where it is not clear', async () => {
    const message =
      'several GitHubs; say in "host" which one: a.example, b.example';
    const hosts = ['a.example', 'b.example'];
    await expect(open(hosts)).rejects.toThrow(message);
    await expect(open(hosts, { mirrored: hosts })).rejects.toThrow(message);
    await expect(open(['a.example'], { host: 'c.example' })).rejects.toThrow(
      'no GitHub of this name. It is connected to a.example',
    );
  });
});
