import { ownersOfPaths, parseCodeOwners } from './codeOwners';

it.each([
  ['* @a', 'any/where.txt', ['@a']],
  ['*.js @js', 'deep/down/x.js', ['@js']],
  ['*.js @js', 'x.jsx', []],
  ['/build/ @b', 'build/logs/x', ['@b']],
  ['/build/ @b', 'src/build/x', []],
  ['docs/* @d', 'docs/start.md', ['@d']],
  ['docs/* @d', 'docs/more/start.md', []],
  ['apps/ @e', 'one/apps/x', ['@e']],
  ['/apps @e', 'apps/github/x', ['@e']],
  ['**/logs @l', 'a/b/logs/x', ['@l']],
  ['/src/**/test.ts @t', 'src/a/b/test.ts', ['@t']],
  ['* @a\n/docs/ @acme/writers @b # both', 'docs/x', ['@acme/writers', '@b']],
  ['* @a\n/vendor/', 'vendor/x', []],
  ['# * @a', 'x', []],
])('%j gives %s to %j', (text, path, owners) => {
  expect(
    ownersOfPaths({ rules: parseCodeOwners(text), paths: [path] }),
  ).toEqual(owners.length > 0 ? [owners] : []);
});
