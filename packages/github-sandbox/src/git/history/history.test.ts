import { createTestHost, seedCommit } from '../__testUtils__/createTestHost';
import { git } from '../__testUtils__/runClient';
import { GitRepository } from '../types';

let test: Awaited<ReturnType<typeof createTestHost>>;
let repository: GitRepository;
beforeAll(async () => {
  test = await createTestHost();
  const bob = { name: 'Bob', email: 'bob@example.org', date: new Date(1e12) };
  const commits = [
    seedCommit('a', 1000, { a: '1', 'dir/x': '1', 'dir/y': '1' }),
    seedCommit(
      'b',
      2000,
      { a: '2' },
      { author: { ...bob, date: new Date(2e6) } },
    ),
    // Two branches whose dates interleave, and two of the same second.
    seedCommit('c', 3000, { 'dir/x': '2' }),
    seedCommit('s1', 2500, { s: '1' }, { branch: 'side', parents: ['b'] }),
    seedCommit('s2', 3000, { 'dir/x': '2' }, { branch: 'side' }),
    seedCommit('s3', 3500, { s: '3', 'dir/y': '3' }, { branch: 'side' }),
    seedCommit('m', 4000, { 'dir/y': '3', s: '3' }, { parents: ['c', 's3'] }),
    seedCommit('d', 5000, { a: null }),
    seedCommit('e', 6000, { a: '2' }),
    seedCommit('root', 10, { other: '1' }, { branch: 'island', parents: [] }),
  ];
  const seed = async () => ({ defaultBranch: 'main', commits });
  test.host.create({ id: '1', defaultBranch: 'main', seed });
  repository = await test.host.open({ id: '1' });
});
afterAll(() => test.remove());

const subjects = async (
  options: Partial<Parameters<GitRepository['history']>[0]>,
) =>
  (await repository.history({ from: 'main', ...options })).map(({ message }) =>
    message.trim(),
  );

const log = async (...args: string[]) =>
  (await git(repository.directory, 'log', '--format=%s', ...args)).split('\n');

describe('history', () => {
  it('is in the order of git log', async () => {
    expect(await subjects({})).toEqual(await log('main'));
    expect(await subjects({})).toHaveLength(9);
  });

  it.each(['a', 's', 'dir', 'dir/x', 'dir/y', 'other'])(
    'of the path %s is as git shows it',
    async path => {
      const expected = await log('main', '--', path);
      expect(await subjects({ path })).toEqual(expected.filter(Boolean));
    },
  );

  it('can be paged', async () => {
    const all = await subjects({});
    expect(await subjects({ limit: 3 })).toEqual(all.slice(0, 3));
    expect(await subjects({ skip: 2, limit: 3 })).toEqual(all.slice(2, 5));
    expect(await subjects({ skip: 20 })).toEqual([]);
    expect(await subjects({ limit: 0 })).toEqual([]);
    const path = await subjects({ path: 'a' });
    expect(await subjects({ path: 'a', skip: 1, limit: 1 })).toEqual(
      path.slice(1, 2),
    );
  });

  it('can be limited to dates and an author', async () => {
    const since = new Date(3_000_000);
    expect(await subjects({ since, until: new Date(4_000_000) })).toEqual([
      'm',
      's3',
      'c',
      's2',
    ]);
    expect(await subjects({ author: 'bob@' })).toEqual(['b']);
    expect(await subjects({ author: 'BOB' })).toEqual(['b']);
    expect(await subjects({ author: 'nobody' })).toEqual([]);
  });

  it('of nothing is empty', async () => {
    expect(await subjects({ from: 'nowhere' })).toEqual([]);
    expect(await subjects({ from: 'main:dir' })).toEqual([]);
    expect(await repository.countHistory({ from: 'nowhere' })).toBe(0);
  });

  it('is counted', async () => {
    expect(await repository.countHistory({ from: 'main' })).toBe(9);
    expect(await repository.countHistory({ from: 'main' })).toBe(9);
    expect(await repository.countHistory({ from: 'island' })).toBe(1);
  });
});

describe('ancestors', () => {
  const sha = async (expression: string) =>
    (await repository.resolve({ expression }))!.sha;

  it('are found', async () => {
    const [main, side] = [await sha('main'), await sha('side')];
    const is = (ancestor: string, of: string) =>
      repository.isAncestor({ ancestor, of });
    expect(await is(side, main)).toBe(true);
    expect(await is(main, main)).toBe(true);
    expect(await is(main, side)).toBe(false);
    expect(await is('0'.repeat(40), main)).toBe(false);
    expect(await is(main, '0'.repeat(40))).toBe(false);
  });

  it('in common are found', async () => {
    const base = (a: string, b: string) => repository.mergeBase({ a, b });
    expect(await base('main~3', 'side')).toBe(await sha('main~4'));
    expect(await base('main', 'side')).toBe(await sha('side'));
    expect(await base('main', 'main')).toBe(await sha('main'));
    expect(await base('main', 'island')).toBeUndefined();
    expect(await base('main', 'nowhere')).toBeUndefined();
  });
});
