import type { Entity } from '@backstage/catalog-model';
import type { GithubHost } from '@callboard/plugin-github-node';
import { repositoryOf } from './repositoryOf';

const github = {
  host: 'github.com',
  webUrl: 'https://github.com',
} as GithubHost;
const credentials = {
  hosts: () => [github],
  hostOf: (url: string) =>
    URL.canParse(url) && new URL(url).host === 'github.com'
      ? github
      : undefined,
};

const entity = (slug: string | undefined, location?: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'shop',
    annotations: {
      ...(slug && { 'github.com/project-slug': slug }),
      ...(location && { 'backstage.io/managed-by-location': location }),
    },
  },
});
const AT = 'url:https://github.com/acme/shop/tree/main/catalog-info.yaml';
const ask = (slug: string | undefined, location = AT, trusted: string[] = []) =>
  repositoryOf({ entity: entity(slug, location), credentials, trusted });

it.each([
  ['acme/shop', AT],
  ['Acme/Shop', AT],
  ['acme/shop', 'url:https://github.com/acme/shop'],
  ['acme/shop', 'url:https://github.com/ACME/shop.git'],
])('%s may be spoken for from %s', (slug, location) => {
  expect(ask(slug, location)).toMatchObject({
    state: 'named',
    by: 'own',
    place: { key: 'acme/shop', host: 'github.com' },
  });
});

it('another repository of the same owner is a neighbour', () => {
  expect(ask('acme/secret')).toMatchObject({ state: 'named', by: 'neighbour' });
});

it('a place that the operator trusts, and the disk, speak for others', () => {
  expect(ask('other/secret', AT, ['Acme/Shop'])).toMatchObject({
    by: 'trusted',
    place: { key: 'other/secret' },
    // And only from the default branch, which others find out.
    from: { url: 'https://github.com/acme/shop', ref: 'main' },
  });
  expect(ask('acme/secret', 'file:/examples/shop.yaml')).toMatchObject({
    by: 'trusted',
  });
});

it.each([
  // Somebody's own repository, and the slug of another.
  ['acme/secret', 'url:https://github.com/mallory/x/tree/main/c.yaml'],
  ['other/secret', AT],
  // What looks as if it lay there, and is read from elsewhere.
  [
    'acme/secret',
    'url:https://github.com/acme/secret/blob/main/../../../../mallory/x/c.yaml',
  ],
  [
    'acme/secret',
    'url:https://github.com/acme/secret/blob/%2e%2e/%2E%2E/mallory/x/c.yaml',
  ],
  ['acme/secret', 'url:https://github.com/acme/secret/blob/..%2f..%2fmallory'],
  ['acme/secret', 'url:https://github.com@evil.example/acme/secret/c.yaml'],
  ['acme/secret', 'url:https://evil.example/acme/secret/tree/main/c.yaml'],
  ['acme/secret', 'url:https://github.com\\@evil.example/acme/secret/c.yaml'],
  // Commits and pull requests of forks, which GitHub serves there, too.
  [
    'acme/secret',
    'url:https://github.com/acme/secret/blob/0123456789abcdef0123456789abcdef01234567/c.yaml',
  ],
  ['acme/secret', 'url:https://github.com/acme/secret/blob/0123abc/c.yaml'],
  [
    'acme/secret',
    'url:https://github.com/acme/secret/blob/refs%2Fpull%2F1%2Fhead/c.yaml',
  ],
  ['acme/secret', 'bootstrap:bootstrap'],
  ['acme/secret', 'nonsense'],
])('%s may not be spoken for from %s', (slug, location) => {
  expect(ask(slug, location)).toMatchObject({
    state: 'refused',
    reason: 'foreign',
    remedy: expect.stringContaining('callboard.github.activity.trusted'),
  });
});

it.each([undefined, 'acme', 'acme/shop/more', 'acme/..', '../shop', 'a b/c'])(
  '%s names none',
  slug => {
    expect(ask(slug)).toMatchObject({ state: 'refused', reason: 'unnamed' });
  },
);
