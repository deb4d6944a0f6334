import type { ReadTreeResponseFactory } from '@backstage/backend-defaults/urlReader';
import type { GithubCredentials } from '../credentials/GithubCredentials';
import type { GithubHost } from '../hosts/GithubHost';
import type { CallScope } from '../scope/CallScope';
import { currentScope, runInScope } from '../scope/runInScope';
import { createGithubReader } from './createGithubReader';

const GHE = {
  host: 'ghe.test',
  apiBaseUrl: 'https://ghe.test/api/v3',
} as GithubHost;

/** A reader, and in which scope it asked for its credentials, which is as far as it comes. */
function readerOf(pluginId: string, hosts: GithubHost[] = [GHE]) {
  const scopes: (CallScope | undefined)[] = [];
  const { reader, predicate } = createGithubReader({
    credentials: {
      hosts: () => hosts,
      provider: () => ({
        async getCredentials() {
          scopes.push(currentScope());
          throw new Error('no credentials in this test');
        },
      }),
    } as Partial<GithubCredentials> as GithubCredentials,
    treeResponseFactory: {} as ReadTreeResponseFactory,
    pluginId,
  });
  const read = () =>
    expect(
      reader.readUrl('https://ghe.test/acme/shop/blob/main/README.md'),
    ).rejects.toThrow('no credentials in this test');
  return { read, predicate, reader, scopes };
}

it.each([
  ['catalog', { pluginId: 'catalog', priority: 'background' }],
  [
    'scaffolder',
    { pluginId: 'scaffolder', priority: 'person', patienceMs: 120_000 },
  ],
])('reads for %s', async (pluginId, expected) => {
  const { read, scopes } = readerOf(pluginId);
  await read();
  expect(scopes).toEqual([expected]);
});

it('goes on for the person whose request is being answered', async () => {
  const { read, scopes } = readerOf('techdocs');
  await runInScope(
    { pluginId: 'other', person: 'user:default/mel', priority: 'person' },
    read,
  );
  expect(scopes).toEqual([
    { pluginId: 'techdocs', person: 'user:default/mel', priority: 'person' },
  ]);
});

it('knows the hosts of the moment', async () => {
  const hosts: GithubHost[] = [];
  const { predicate, reader } = readerOf('catalog', hosts);
  const url = new URL('https://ghe.test/acme/shop');
  expect(predicate(url)).toBe(false);
  hosts.push(GHE);
  expect(predicate(url)).toBe(true);
  expect(predicate(new URL('https://ghe.test:8443/acme/shop'))).toBe(false);
  expect(String(reader)).toBe('github{hosts=ghe.test}');
});

it('leaves wikis to the reader of wikis', () => {
  const { predicate } = readerOf('techdocs');
  const reads = (path: string) => predicate(new URL(`https://ghe.test${path}`));
  expect(
    [
      '/acme/shop/wiki',
      '/acme/shop/wiki/Home',
      '/acme/shop.wiki',
      '/acme/shop.wiki.git',
    ].filter(reads),
  ).toEqual([]);
  expect(reads('/acme/wiki')).toBe(true);
  expect(reads('/acme/shop/tree/main/wiki')).toBe(true);
});

it('says so when a host is gone between two looks', async () => {
  const { reader } = readerOf('catalog', []);
  await expect(
    reader.readTree('https://ghe.test/acme/shop'),
  ).rejects.toMatchObject({
    name: 'NotFoundError',
    message: 'No GitHub is configured for https://ghe.test/acme/shop',
  });
});
