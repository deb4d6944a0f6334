import { hashFiles } from './hashFiles';
import { globRoot, matchFiles } from './matchFiles';
import { resolveInWorkspace } from './workspacePaths';

const PATHS = ['/w/a.js', '/w/src/b.js', '/w/src/deep/c.js', '/w/src/d.ts'];

describe('matchFiles', () => {
  it.each([
    [['/w/*.js'], ['/w/a.js']],
    [['/w/**/*.js'], ['/w/a.js', '/w/src/b.js', '/w/src/deep/c.js']],
    [['/w/src'], ['/w/src/b.js', '/w/src/d.ts', '/w/src/deep/c.js']],
    [['/w/src/**'], ['/w/src/b.js', '/w/src/d.ts', '/w/src/deep/c.js']],
    [
      ['/w/src', '!/w/src/deep/**'],
      ['/w/src/b.js', '/w/src/d.ts'],
    ],
    [['/w/src/?.[jt]s'], ['/w/src/b.js', '/w/src/d.ts']],
    [['/w/a.j'], []],
    [['/w/[', '/w/(a|b)'], []],
  ])('%j', (patterns, expected) => {
    expect(matchFiles({ paths: PATHS, patterns })).toEqual(expected);
  });
});

describe('globRoot', () => {
  it.each([
    ['/w/src/**/*.js', '/w/src'],
    ['!/w/src/a', '/w/src/a'],
    ['/*', '/'],
  ])('%s is %s', (pattern, root) => {
    expect(globRoot(pattern)).toBe(root);
  });
});

describe('resolveInWorkspace', () => {
  it.each([
    ['a/../b', '/w/b'],
    ['./a//b/', '/w/a/b'],
    ['~/x', '/home/runner/x'],
    ['/tmp/x', '/tmp/x'],
    ['../../..', '/'],
  ])('%s is %s', (path, expected) => {
    expect(resolveInWorkspace({ workspace: '/w', path })).toBe(expected);
  });
});

describe('hashFiles', () => {
  const digest = (content: string, patterns: string[]) =>
    hashFiles({
      workspace: '/w',
      files: new Map([['/w/a.lock', Buffer.from(content)]]),
      patterns,
    });

  it('depends on the content of what matches', () => {
    expect(digest('1', ['**/*.lock'])).toMatch(/^[0-9a-f]{64}$/);
    expect(digest('1', ['**/*.lock'])).toBe(digest('1', ['a.lock']));
    expect(digest('2', ['**/*.lock'])).not.toBe(digest('1', ['**/*.lock']));
    expect(digest('1', ['none', '!**'])).toBe('');
  });
});
