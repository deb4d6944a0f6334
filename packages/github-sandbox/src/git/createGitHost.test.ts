import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  createTestHost,
  person,
  seedCommit,
} from './__testUtils__/createTestHost';
import { fsck, git } from './__testUtils__/runClient';
import { createGitHost } from './createGitHost';
import { SeedHistory } from './types';

let test: Awaited<ReturnType<typeof createTestHost>>;
beforeEach(async () => {
  test = await createTestHost();
});
afterEach(() => test.remove());

const SEED: SeedHistory = {
  defaultBranch: 'main',
  commits: [
    seedCommit('first', 1700000000, {
      'README.md': '# Hello\n',
      'src/a.ts': 'export const a = 1;\n',
      'bin/run': { content: '#!/bin/sh\n', executable: true },
    }),
    seedCommit('second', 1700000100, {
      'src/a.ts': null,
      'src/deep/ü.ts': Buffer.from([0, 1, 2, 255]),
    }),
    seedCommit(
      'side',
      1700000200,
      { 'side.txt': 'side' },
      { branch: 'feature/side', parents: ['first'] },
    ),
    seedCommit('merge', 1700000300, {}, { parents: ['second', 'side'] }),
  ],
  branches: { release: 'first' },
  tags: {
    'v1.0.0': { commit: 'first', message: 'One\n', tagger: person('Ada') },
    light: 'second',
  },
};

const register = (id: string) =>
  test.host.create({ id, defaultBranch: 'main', seed: async () => SEED });

describe('createGitHost', () => {
  it('writes a seed that git finds sound and reads as meant', async () => {
    register('1');
    const { directory } = await test.host.open({ id: '1' });

    expect(await fsck(directory)).toBe('');
    expect(
      await git(
        directory,
        'for-each-ref',
        '--format=%(refname) %(*objecttype)',
      ),
    ).toBe(
      [
        'refs/heads/feature/side ',
        'refs/heads/main ',
        'refs/heads/release ',
        'refs/tags/light ',
        'refs/tags/v1.0.0 commit',
      ].join('\n'),
    );
    expect(await git(directory, 'log', '--format=%s %an %at', 'main')).toBe(
      [
        'merge Ada 1700000300',
        'side Ada 1700000200',
        'second Ada 1700000100',
        'first Ada 1700000000',
      ].join('\n'),
    );
    expect(
      await git(
        directory,
        '-c',
        'core.quotePath=false',
        'ls-tree',
        '-r',
        'main',
      ),
    ).toMatch(
      /^100644 blob \w+\tREADME.md\n100755 blob \w+\tbin\/run\n100644 blob \w+\tsrc\/deep\/ü.ts$/,
    );
  });

  it('gives the same objects as git itself', async () => {
    register('1');
    const repository = await test.host.open({ id: '1' });
    const clone = join(test.root, 'clone');
    await git(test.root, 'init', '-q', '-b', 'main', 'clone');
    await git(clone, 'fetch', '-q', repository.directory, 'release');
    await git(clone, 'read-tree', 'FETCH_HEAD');
    const tree = await git(clone, 'write-tree');
    const first = await repository.resolve({ expression: 'release' });
    const commit = await repository.readCommit({ sha: first!.sha });
    expect(commit?.tree).toBe(tree);
  });

  it('writes nothing before the first use, and once when opened at the same time', async () => {
    const seed = jest.fn(async () => SEED);
    test.host.create({ id: '1', defaultBranch: 'main', seed });
    expect(test.host.has({ id: '1' })).toBe(true);
    expect(existsSync(join(test.host.directory, '1.git'))).toBe(false);

    const all = await Promise.all(
      [1, 2, 3].map(() => test.host.open({ id: '1' })),
    );
    expect(new Set(all).size).toBe(1);
    expect(seed).toHaveBeenCalledTimes(1);
  });

  it('can be opened again after a seed has failed', async () => {
    const seed = jest
      .fn<Promise<SeedHistory>, []>()
      .mockRejectedValueOnce(new Error('unreadable'))
      .mockResolvedValueOnce(SEED);
    test.host.create({ id: '1', defaultBranch: 'main', seed });
    await expect(test.host.open({ id: '1' })).rejects.toThrow('unreadable');
    const repository = await test.host.open({ id: '1' });
    expect(await repository.countHistory({ from: 'main' })).toBe(4);
  });

  it('says which commit a seed lacks', async () => {
    const seed = async () => ({ ...SEED, branches: { x: 'nowhere' } });
    test.host.create({ id: '1', defaultBranch: 'main', seed });
    await expect(test.host.open({ id: '1' })).rejects.toThrow('"nowhere"');
  });

  it('finds on disk what an earlier host has left, whatever the seed says', async () => {
    register('1');
    const before = await test.host.open({ id: '1' });
    const main = await before.readRef({ ref: 'refs/heads/main' });

    const restarted = createGitHost({ directory: test.host.directory });
    expect(restarted.has({ id: '1' })).toBe(true);
    restarted.create({ id: '1', defaultBranch: 'other' });
    const after = await restarted.open({ id: '1' });
    expect(await after.readRef({ ref: 'refs/heads/main' })).toEqual(main);
    expect(after.head()).toEqual({ branch: 'main' });
  });

  it('makes an empty repository, which git can clone', async () => {
    test.host.create({ id: '1', defaultBranch: 'trunk' });
    const repository = await test.host.open({ id: '1' });
    expect(repository.head()).toEqual({ branch: 'trunk' });
    expect(await repository.listRefs()).toEqual([]);
    expect(await repository.resolve({ expression: 'HEAD' })).toBeUndefined();
    expect(await repository.history({ from: 'HEAD' })).toEqual([]);
    await git(test.root, 'clone', '-q', repository.directory, 'clone');
    expect(await git(join(test.root, 'clone'), 'symbolic-ref', 'HEAD')).toBe(
      'refs/heads/trunk',
    );
  });

  it('forks branches and tags, after which each goes its own way', async () => {
    register('1');
    const parent = await test.host.open({ id: '1' });
    const main = await parent.readRef({ ref: 'refs/heads/main' });
    await parent.createRef({ ref: 'refs/pull/1/head', sha: main!.sha });
    await test.host.fork({ from: '1', id: '2' });
    const fork = await test.host.open({ id: '2' });

    expect((await fork.listRefs()).map(({ ref }) => ref)).toEqual([
      'refs/heads/feature/side',
      'refs/heads/main',
      'refs/heads/release',
      'refs/tags/light',
      'refs/tags/v1.0.0',
    ]);
    await fork.deleteRef({ ref: 'refs/heads/release' });
    expect(await parent.readRef({ ref: 'refs/heads/release' })).toBeDefined();

    await test.host.remove({ id: '1' });
    expect(await fsck(fork.directory)).toBe('');
    await expect(test.host.fork({ from: '2', id: '2' })).rejects.toThrow(
      'already',
    );
  });

  it('forks only the default branch if asked', async () => {
    register('1');
    await test.host.fork({ from: '1', id: '2', defaultBranchOnly: true });
    const fork = await test.host.open({ id: '2' });
    expect((await fork.listRefs()).map(({ ref }) => ref)).toEqual([
      'refs/heads/main',
    ]);
  });

  it('removes a repository; one of the same id shows nothing of it', async () => {
    register('1');
    const old = await test.host.open({ id: '1' });
    const main = (await old.readRef({ ref: 'refs/heads/main' }))!;
    await test.host.remove({ id: '1' });
    expect(test.host.has({ id: '1' })).toBe(false);
    await expect(test.host.open({ id: '1' })).rejects.toThrow(
      'no git repository',
    );
    await test.host.remove({ id: '1' });

    test.host.create({ id: '1', defaultBranch: 'main' });
    const fresh = await test.host.open({ id: '1' });
    expect(await fresh.readObject({ sha: main.sha })).toBeUndefined();
  });

  it('does not show the objects of one repository in another', async () => {
    register('1');
    test.host.create({ id: '2', defaultBranch: 'main' });
    const one = await test.host.open({ id: '1' });
    const two = await test.host.open({ id: '2' });
    const main = (await one.readRef({ ref: 'refs/heads/main' }))!;
    expect(await one.readCommit({ sha: main.sha })).toBeDefined();
    expect(await two.readCommit({ sha: main.sha })).toBeUndefined();
  });

  it.each(['', '..', '../x', 'a/b', '.git', 'a\0'])(
    'takes no id that could leave its folder: %j',
    async id => {
      expect(() => test.host.has({ id })).toThrow('id of a git repository');
    },
  );
});
