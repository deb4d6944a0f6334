import { findCallback, matchesCallback } from './matchCallback';

it.each<[string, string, boolean]>([
  // From GitHub's documentation.
  ['http://example.com/path', 'http://example.com/path', true],
  ['http://example.com/path', 'http://example.com/path/subdir/other', true],
  ['http://example.com/path', 'http://example.com/path?x=1', true],
  ['http://example.com/path', 'http://example.com/bar', false],
  ['http://example.com/path', 'http://example.com/', false],
  ['http://example.com/path', 'http://example.com:8080/path', false],
  ['http://example.com/path', 'http://oauth.example.com:8080/path', false],
  ['http://example.com/path', 'http://example.org', false],
  // Beside it.
  ['http://example.com/path', 'http://example.com/pathology', false],
  ['http://example.com/path', 'http://example.com/path/../bar', false],
  ['http://example.com/path', 'http://example.com/path/%2e%2e/bar', false],
  ['http://example.com/path', 'https://example.com/path', false],
  ['http://example.com/path', 'http://example.com@evil.example/path', false],
  ['http://example.com/path', 'http://me:x@example.com/path', false],
  ['http://example.com/path', 'http://example.com/path#fragment', false],
  ['http://example.com/path', 'data:text/html,x', false],
  ['http://example.com/path', '//example.com/path', false],
  ['http://example.com/path', 'nonsense', false],
  ['http://example.com', 'http://example.com/anything', true],
  ['http://127.0.0.1/path', 'http://127.0.0.1:1234/path', true],
  ['http://localhost:7007/api', 'http://localhost:1234/api', false],
])('%s and %s: %s', (registered, requested, expected) => {
  expect(matchesCallback({ registered, requested, exact: false })).toBe(
    expected,
  );
});

it('wants the very address of a GitHub App', () => {
  const registered = 'http://example.com/path';
  const matches = (requested: string) =>
    matchesCallback({ registered, requested, exact: true });
  expect(matches(registered)).toBe(true);
  expect(matches(`${registered}/below`)).toBe(false);
  expect(matches(`${registered}?more=1`)).toBe(false);
});

it('takes the first address where none is asked for, and tells it of a mistake', () => {
  const registered = ['http://one.example/', 'http://two.example/'];
  const find = (requested: string | null) =>
    findCallback({ requested, registered, exact: true });
  expect(find(null)).toEqual({ outcome: 'found', redirectUri: registered[0] });
  expect(find(registered[1])).toEqual({
    outcome: 'found',
    redirectUri: registered[1],
  });
  expect(find('http://three.example/')).toEqual({
    outcome: 'mismatch',
    fallback: registered[0],
  });
  expect(
    findCallback({ requested: null, registered: [], exact: true }),
  ).toEqual({ outcome: 'noneRegistered' });
});
