import {
  createTestHost,
  person,
  seedCommit,
} from './__testUtils__/createTestHost';
import { fsck, git } from './__testUtils__/runClient';
import { commitFiles, FileChange } from './commitFiles';
import { GitRepository } from './types';

let test: Awaited<ReturnType<typeof createTestHost>>;
let repository: GitRepository;
let empty: GitRepository;
beforeEach(async () => {
  test = await createTestHost();
  const commits = [
    seedCommit('first', 1700000000, {
      a: 'a',
      run: { content: 'x', executable: true },
      'dir/x': 'x',
    }),
  ];
  const seed = async () => ({ defaultBranch: 'main', commits });
  test.host.create({ id: '1', defaultBranch: 'main', seed });
  test.host.create({ id: '2', defaultBranch: 'main' });
  repository = await test.host.open({ id: '1' });
  empty = await test.host.open({ id: '2' });
});
afterEach(() => test.remove());

const write = (
  changes: FileChange[],
  more: Partial<Parameters<typeof commitFiles>[0]> = {},
) =>
  commitFiles({
    repository,
    branch: 'main',
    changes,
    message: 'Change',
    author: person('Ada', 1700000500),
    committer: person('Web', 1700000600),
    ...more,
  });

const main = async () =>
  (await repository.readRef({ ref: 'refs/heads/main' }))!.sha;

describe('commitFiles', () => {
  it('sets and deletes files in one commit', async () => {
    const before = await main();
    const result = await write([
      { path: 'a', content: null },
      { path: 'run', content: Buffer.from('y') },
      { path: 'new/b', content: Buffer.from('b'), mode: '100755' },
      { path: 'dir', content: Buffer.from('a file now') },
    ]);
    expect(result).toEqual({
      outcome: 'committed',
      before,
      commit: await main(),
      tree: (await repository.resolve({ expression: 'main', type: 'tree' }))!
        .sha,
    });
    expect(
      await git(
        repository.directory,
        'ls-tree',
        '-r',
        '--format=%(objectmode) %(path)',
        'main',
      ),
    ).toBe('100644 dir\n100755 new/b\n100755 run');
    expect(
      await git(
        repository.directory,
        'log',
        '-1',
        '--format=%an %cn %s %P',
        'main',
      ),
    ).toBe(`Ada Web Change ${before}`);
    expect(await fsck(repository.directory)).toBe('');
  });

  it('makes the first commit of an empty repository', async () => {
    const changes = [{ path: 'README.md', content: Buffer.from('#') }];
    const result = await write(changes, { repository: empty });
    expect(result).toMatchObject({ outcome: 'committed', before: undefined });
    expect(await empty.countHistory({ from: 'HEAD' })).toBe(1);
  });

  it('only commits on top of the expected commit', async () => {
    const expectedHead = await main();
    const changes = [{ path: 'a', content: Buffer.from('1') }];
    const both = await Promise.all([
      write(changes, { expectedHead }),
      write(changes, { expectedHead }),
    ]);
    expect(both).toEqual([
      expect.objectContaining({ outcome: 'committed' }),
      { outcome: 'headMoved', head: await main() },
    ]);
    expect(await write(changes, { repository: empty, expectedHead })).toEqual({
      outcome: 'headMoved',
      head: undefined,
    });
  });

  it('commits nothing that cannot be', async () => {
    const before = await main();
    const content = Buffer.from('x');
    expect(await write([{ path: 'nowhere', content: null }])).toEqual({
      outcome: 'pathMissing',
      path: 'nowhere',
    });
    expect(await write([{ path: '../x', content }])).toEqual({
      outcome: 'invalidPath',
      path: '../x',
    });
    expect(
      await write([{ path: 'x', content }], { branch: 'nowhere' }),
    ).toEqual({
      outcome: 'branchMissing',
    });
    expect(
      await write([{ path: 'x', content }], {
        repository: empty,
        branch: 'a..b',
      }),
    ).toEqual({ outcome: 'branchMissing' });
    expect(await main()).toBe(before);
  });

  it('loses none of many commits that are made at once', async () => {
    const numbers = Array.from({ length: 30 }, (_, index) => index);
    await Promise.all(
      numbers.map(index =>
        write([{ path: `f/${index}`, content: Buffer.from(`${index}`) }]),
      ),
    );
    const { sha } = (await repository.entryAt({ commit: 'main', path: 'f' }))!;
    expect(await repository.readTree({ sha })).toHaveLength(30);
    expect(await repository.countHistory({ from: 'main' })).toBe(31);
  });
});
