import { tmpdir } from 'node:os';
import { runClient } from './__testUtils__/runClient';
import { isValidRefName } from './isValidRefName';

describe('isValidRefName', () => {
  const names = [
    'refs/heads/main',
    'refs/heads/feature/x',
    'refs/heads/ümläut',
    'refs/heads/a@b',
    'refs/heads/@',
    'refs/heads/-x',
    'main',
    'refs/heads/.x',
    'refs/heads/x.lock',
    'refs/heads/x.lock/y',
    'refs/heads/a..b',
    'refs/heads/a b',
    'refs/heads/a~b',
    'refs/heads/a^b',
    'refs/heads/a:b',
    'refs/heads/a?b',
    'refs/heads/a*b',
    'refs/heads/a[b',
    'refs/heads/a\\b',
    'refs/heads/a@{b',
    'refs/heads/x.',
    'refs/heads/x/',
    'refs//heads/x',
    '/refs/heads/x',
    'refs/heads/a\tb',
    'refs/heads/a\x7fb',
  ];
  it.each(names)('agrees with git about %j', async name => {
    const { code } = await runClient({
      cwd: tmpdir(),
      args: ['check-ref-format', name],
    });
    expect(isValidRefName(name)).toBe(code === 0);
  });
});
