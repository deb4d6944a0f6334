import {
  createTestHost,
  person,
  seedCommit,
} from '../__testUtils__/createTestHost';
import { fsck, git, runClient } from '../__testUtils__/runClient';
import { GitRepository, TreeChange } from '../types';

let test: Awaited<ReturnType<typeof createTestHost>>;
let repository: GitRepository;
beforeEach(async () => {
  test = await createTestHost();
  const commits = [
    seedCommit('first', 1700000000, {
      'a.txt': 'a',
      'a/b/c.txt': 'c',
      'a/d.sh': { content: 'd', executable: true },
      'a-b': 'sorted before the folder a',
    }),
  ];
  test.host.create({
    id: '1',
    defaultBranch: 'main',
    seed: async () => ({ defaultBranch: 'main', commits }),
  });
  repository = await test.host.open({ id: '1' });
});
afterEach(() => test.remove());

const base = async () =>
  (await repository.resolve({ expression: 'main', type: 'tree' }))!.sha;

const paths = async (sha: string) =>
  (await repository.readTree({ sha, recursive: true }))!
    .filter(({ type }) => type !== 'tree')
    .map(({ path }) => path);

describe('readTree and entryAt', () => {
  it('lists as git does, with sizes', async () => {
    const sha = await base();
    const listed = await git(repository.directory, 'ls-tree', '-rtl', sha);
    const entries = await repository.readTree({ sha, recursive: true });
    const lines = entries!.map(
      ({ mode, type, sha: id, size, path }) =>
        `${mode} ${type} ${id} ${String(size ?? '-').padStart(7)}\t${path}`,
    );
    expect(lines).toEqual(listed.split('\n'));
    expect((await repository.readTree({ sha }))!.map(e => e.path)).toEqual([
      'a-b',
      'a.txt',
      'a',
    ]);
  });

  it('takes a commit for its tree', async () => {
    const { sha } = (await repository.resolve({ expression: 'main' }))!;
    expect(await repository.readTree({ sha })).toEqual(
      await repository.readTree({ sha: await base() }),
    );
  });

  it('finds what is at a path', async () => {
    const at = (path: string) => repository.entryAt({ commit: 'main', path });
    expect(await at('a/d.sh')).toMatchObject({
      path: 'a/d.sh',
      mode: '100755',
      type: 'blob',
      size: 1,
    });
    expect(await at('a/b')).toMatchObject({ type: 'tree', mode: '040000' });
    expect(await at('')).toMatchObject({ type: 'tree', sha: await base() });
    for (const missing of ['x', 'a/x', 'a.txt/x', '/a', 'a/', '../a', 'a//b']) {
      expect(await at(missing)).toBeUndefined();
    }
    expect(
      await repository.entryAt({ commit: 'nowhere', path: '' }),
    ).toBeUndefined();
  });
});

describe('writeTree', () => {
  it('sets, replaces and deletes on top of a base', async () => {
    const sha = await repository.writeTree({
      base: await base(),
      entries: [
        { path: 'a/b/c.txt', sha: null },
        { path: 'new/deep/x', mode: '100644', content: 'x' },
        { path: 'a.txt', mode: '100755', content: 'changed' },
      ],
    });
    // With its last file a folder goes as well.
    expect(await paths(sha)).toEqual(['a-b', 'a.txt', 'a/d.sh', 'new/deep/x']);
    expect(
      await repository.entryAt({ commit: sha, path: 'a/b' }),
    ).toBeUndefined();
    const { mode } = (await repository.entryAt({
      commit: sha,
      path: 'a.txt',
    }))!;
    expect(mode).toBe('100755');
    await git(repository.directory, 'ls-tree', '-r', sha);
    expect(await fsck(repository.directory)).toBe('');
  });

  it('starts from nothing without a base', async () => {
    const sha = await repository.writeTree({
      entries: [{ path: 'x', mode: '100644', content: 'x' }],
    });
    expect(await paths(sha)).toEqual(['x']);
  });

  it('puts a file where a folder was and the other way round', async () => {
    const file = await repository.writeTree({
      base: await base(),
      entries: [{ path: 'a', mode: '100644', content: 'file' }],
    });
    expect(await paths(file)).toEqual(['a', 'a-b', 'a.txt']);
    const folder = await repository.writeTree({
      base: file,
      entries: [{ path: 'a.txt/x', mode: '100644', content: 'x' }],
    });
    expect(await paths(folder)).toEqual(['a', 'a-b', 'a.txt/x']);
  });

  it('takes whole subtrees, links and submodules', async () => {
    const subtree = (await repository.entryAt({ commit: 'main', path: 'a' }))!;
    const commit = '1'.repeat(40);
    const sha = await repository.writeTree({
      entries: [
        { path: 'copy', mode: '040000', sha: subtree.sha },
        { path: 'link', mode: '120000', content: 'copy/d.sh' },
        { path: 'sub', mode: '160000', sha: commit },
      ],
    });
    const entries = await repository.readTree({ sha });
    expect(entries!.map(({ mode, type }) => [mode, type])).toEqual([
      ['040000', 'tree'],
      ['120000', 'blob'],
      ['160000', 'commit'],
    ]);
    await git(repository.directory, 'ls-tree', '-r', sha);
  });

  it.each<[string, TreeChange, string]>([
    [
      'an absolute path',
      { path: '/x', mode: '100644', content: '' },
      'malformedPath',
    ],
    [
      'a path upwards',
      { path: 'a/../x', mode: '100644', content: '' },
      'malformedPath',
    ],
    ['no path', { path: '', mode: '100644', content: '' }, 'malformedPath'],
    [
      '.git',
      { path: 'a/.GIT/config', mode: '100644', content: '' },
      'malformedPath',
    ],
    [
      'a missing object',
      { path: 'x', mode: '100644', sha: '0'.repeat(40) },
      'objectMissing',
    ],
    [
      'a name that some file systems read as .git',
      { path: 'a/.g\u200cit', mode: '100644', content: '' },
      'malformedPath',
    ],
    [
      'another such name',
      { path: '.git::$INDEX_ALLOCATION', mode: '100644', content: '' },
      'malformedPath',
    ],
    [
      'a submodule at no commit',
      { path: 'x', mode: '160000', sha: '0'.repeat(40) },
      'objectMissing',
    ],
    ['a deletion of nothing', { path: 'x', sha: null }, 'pathMissing'],
    [
      'a deletion of nothing below',
      { path: 'a/x/y', sha: null },
      'pathMissing',
    ],
  ])('refuses %s', async (_, entry, reason) => {
    const writing = repository.writeTree({
      base: await base(),
      entries: [entry],
    });
    await expect(writing).rejects.toMatchObject({
      name: 'TreeChangeError',
      reason,
      path: entry.path,
    });
  });

  it('refuses a blob as a folder, and a base that is not there', async () => {
    const { sha } = (await repository.entryAt({
      commit: 'main',
      path: 'a.txt',
    }))!;
    await expect(
      repository.writeTree({ entries: [{ path: 'x', mode: '040000', sha }] }),
    ).rejects.toMatchObject({ reason: 'wrongType' });
    await expect(
      repository.writeTree({ base: sha, entries: [] }),
    ).rejects.toMatchObject({ reason: 'objectMissing' });
  });

  it('takes names that only look strange', async () => {
    const names = [
      '...',
      '.gitignore',
      'git',
      'a b',
      'a\nb',
      '-x',
      'x.git',
      '.github',
    ];
    const sha = await repository.writeTree({
      entries: names.map(path => ({ path, mode: '100644', content: '' })),
    });
    expect((await paths(sha)).sort()).toEqual([...names].sort());
    expect(await fsck(repository.directory)).toBe('');
  });

  it('leaves names that are not UTF-8 as they are', async () => {
    const { sha: blob } = (await repository.entryAt({
      commit: 'main',
      path: 'a.txt',
    }))!;
    const data = Buffer.concat([
      Buffer.from('100644 caf\xe9\0', 'latin1'),
      Buffer.from(blob, 'hex'),
    ]);
    const tree = await repository.writeObject({ type: 'tree', data });
    const sha = await repository.writeTree({
      base: tree,
      entries: [{ path: 'x', mode: '100644', content: 'x' }],
    });
    const { text } = await runClient({
      cwd: repository.directory,
      args: ['ls-tree', '--name-only', sha],
    });
    expect(text).toBe('"caf\\351"\nx');
    expect(await paths(sha)).toEqual(['caf\ufffd', 'x']);
    const commit = await repository.writeCommit({
      tree: sha,
      parents: [],
      author: person('Ada'),
      committer: person('Ada'),
      message: 'x',
    });
    expect(
      await repository.entryAt({ commit, path: 'caf\ufffd' }),
    ).toMatchObject({ sha: blob });
    const [file] = await repository.diff({ from: undefined, to: commit });
    expect(file.path).toBe('caf\ufffd');
  });
});
