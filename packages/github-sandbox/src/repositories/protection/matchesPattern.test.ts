import { matchesPattern } from './matchesPattern';

it.each([
  ['main', 'main', true],
  ['main', 'maine', false],
  ['release/*', 'release/1.0', true],
  ['release/*', 'release/1/0', false],
  ['release/**', 'release/1/0', true],
  ['**/x', 'a/b/x', true],
  ['qa**/**/*', 'qa/foo/bar/foobar/hello-world', true],
  ['[a', 'a', false],
  ['v[0-9]', 'v1', true],
  ['v[!0-9]', 'v1', false],
  ['(main', '(main', true],
  ['v?.x', 'v1.x', true],
  ['v?.x', 'v/.x', false],
  ['a.b', 'axb', false],
  ['refs/heads/*', 'refs/heads/main', true],
])('%s against %s', (pattern, name, expected) => {
  expect(matchesPattern({ pattern, name })).toBe(expected);
});
