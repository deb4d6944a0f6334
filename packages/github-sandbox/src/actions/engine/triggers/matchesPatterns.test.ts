import { matchesPatterns } from './matchesPatterns';

// The examples of the filter pattern cheat sheet.
describe('matchesPatterns', () => {
  it.each([
    ['feature/*', 'feature/my-branch', true],
    ['feature/*', 'feature/beta-a/my-branch', false],
    ['feature/**', 'feature/beta-a/my-branch', true],
    ['main', 'main', true],
    ['main', 'mainline', false],
    ['*', 'releases', true],
    ['*', 'all/the', false],
    ['**', 'all/the/branches', true],
    ['*feature', 'my-feature', true],
    ['v2*', 'v2.0', true],
    ['v[12].[0-9]+.[0-9]+', 'v1.10.1', true],
    ['v[12].[0-9]+.[0-9]+', 'v3.10.1', false],
    ['*.jsx?', 'page.js', true],
    ['*.jsx?', 'page.jsx', true],
    ['*.jsx?', 'page.jsxx', false],
    ['**.js', 'src/js/app.js', true],
    ['docs/*', 'docs/README.md', true],
    ['docs/*', 'docs/mona/hello-world.md', false],
    ['docs/**', 'docs/mona/octocat.txt', true],
    ['docs/**/*.md', 'docs/README.md', true],
    ['docs/**/*.md', 'docs/a/markdown/file.md', true],
    ['**/docs/**', 'docs/hello.md', true],
    ['**/docs/**', 'dir/docs/my-file.txt', true],
    ['**/README.md', 'README.md', true],
    ['**/README.md', 'js/README.md', true],
    ['**/*src/**', 'my-src/code/js/app.js', true],
    ['**/migrate-*.sql', 'db/sept/migrate-v1.sql', true],
    ['a.b', 'axb', false],
    ['a(b', 'a(b', true],
    ['[', '[', true],
    ['release\\*', 'release*', true],
    ['release\\*', 'releases', false],
  ])('%s and %s: %s', (pattern, value, expected) => {
    expect(matchesPatterns({ patterns: [pattern], value })).toBe(expected);
  });

  it('lets the last pattern that matches decide', () => {
    const patterns = ['**.md', '!docs/**', 'docs/keep.md'];
    expect(
      ['README.md', 'docs/a.md', 'docs/keep.md'].map(value =>
        matchesPatterns({ patterns, value }),
      ),
    ).toEqual([true, false, true]);
  });
});
