import { parseTarget } from './parseTarget';

it.each([
  ['/repos/acme/shop/contents/a.txt', 'acme', 'shop', 'core'],
  ['/api/v3/repos/acme/shop?ref=main', 'acme', 'shop', 'core'],
  ['/api/uploads/repos/acme/shop/releases/1/assets', 'acme', 'shop', 'core'],
  ['/orgs/acme/teams', 'acme', undefined, 'core'],
  ['/api/v3/users/mel/installation', 'mel', undefined, 'core'],
  ['/repos/ac%6De/shop', 'acme', 'shop', 'core'],
  ['/app/installations/1/access_tokens', undefined, undefined, 'core'],
  ['/search/issues?q=x', undefined, undefined, 'search'],
  ['/api/v3/search/code?q=x', undefined, undefined, 'code_search'],
  ['/graphql', undefined, undefined, 'graphql'],
  ['/api/graphql', undefined, undefined, 'graphql'],
  ['/rate_limit', undefined, undefined, 'other'],
  ['/app-manifests/abc/conversions', undefined, undefined, 'other'],
])('reads %s of an API', (path, owner, repository, resource) => {
  const target = parseTarget({ part: 'api', path });
  expect([target.owner, target.repository, target.resource]).toEqual([
    owner,
    repository,
    resource,
  ]);
});

it.each([
  ['/acme/shop.git/info/refs?service=git-upload-pack', 'acme', 'shop'],
  ['/acme/shop/archive/main.tar.gz', 'acme', 'shop'],
  ['/acme', 'acme', undefined],
  ['/login/oauth/access_token', undefined, undefined],
  ['/', undefined, undefined],
])('reads %s of pages and git', (path, owner, repository) => {
  const target = parseTarget({ part: 'web', path });
  expect([target.owner, target.repository, target.resource]).toEqual([
    owner,
    repository,
    'other',
  ]);
});

it('reads files as they are', () => {
  expect(
    parseTarget({ part: 'raw', path: '/login/shop/main/README.md' }),
  ).toMatchObject({ owner: 'login', repository: 'shop' });
  expect(parseTarget({ part: 'raw', path: '/%E0%A4%A/shop' })).toMatchObject({
    owner: '%E0%A4%A',
  });
});
