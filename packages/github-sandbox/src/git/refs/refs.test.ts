import fs from 'node:fs/promises';
import { createTestHost, seedCommit } from '../__testUtils__/createTestHost';
import { git } from '../__testUtils__/runClient';
import { GitRepository } from '../types';

let test: Awaited<ReturnType<typeof createTestHost>>;
let repository: GitRepository;
const shas: Record<string, string> = {};
beforeEach(async () => {
  test = await createTestHost();
  const commits = [
    seedCommit('first', 1700000000, { a: 'a' }),
    seedCommit('second', 1700000100, { 'dir/b': 'b' }),
    seedCommit('third', 1700000200, { c: 'c' }),
    seedCommit(
      'other',
      1700000300,
      { d: 'd' },
      { branch: 'other', parents: ['first'] },
    ),
  ];
  test.host.create({
    id: '1',
    defaultBranch: 'main',
    seed: async () => ({
      defaultBranch: 'main',
      commits,
      tags: { v1: 'first', both: 'first' },
      branches: { both: 'second' },
    }),
  });
  repository = await test.host.open({ id: '1' });
  for (const { message, sha } of [
    ...(await repository.history({ from: 'main' })),
    ...(await repository.history({ from: 'other' })),
  ]) {
    shas[message.trim()] = sha;
  }
});
afterEach(() => test.remove());

describe('resolve', () => {
  it.each([
    ['HEAD', 'third'],
    ['main', 'third'],
    ['heads/main', 'third'],
    ['refs/heads/main', 'third'],
    ['v1', 'first'],
    ['tags/v1', 'first'],
    ['both', 'second'],
    ['tags/both', 'first'],
    ['main~1', 'second'],
    ['main~', 'second'],
    ['main^', 'second'],
    ['main^^', 'first'],
    ['main~2', 'first'],
    ['main~0', 'third'],
    ['main^{commit}', 'third'],
  ])('finds %s', async (expression, id) => {
    expect(await repository.resolve({ expression })).toEqual({
      sha: shas[id],
      type: 'commit',
    });
  });

  it('finds SHAs, also abbreviated ones', async () => {
    const sha = shas.first;
    for (const expression of [sha, sha.slice(0, 7), sha.slice(0, 10)]) {
      expect(await repository.resolve({ expression })).toEqual({
        sha,
        type: 'commit',
      });
    }
  });

  it.each(['main:dir/b', 'HEAD:dir', 'main:', 'main^{tree}', 'main~1:dir/'])(
    'agrees with git about %s',
    async expression => {
      const args = ['rev-parse', expression.replace(/\/$/, '')];
      const sha = await git(repository.directory, ...args);
      expect((await repository.resolve({ expression }))?.sha).toBe(sha);
    },
  );

  it.each([
    'nowhere',
    'main~9',
    'main^2',
    'main:nowhere',
    'main:a/b',
    '',
    ':',
    'refs/heads',
    '--upload-pack=x',
    '../HEAD',
    'refs/../HEAD',
    'config',
    'abc',
    '0'.repeat(40),
    'main^{blob}',
    '@{-1}',
  ])('finds nothing for %j', async expression => {
    // `:` alone is the root of HEAD, as an empty path is everywhere.
    const found = await repository.resolve({ expression });
    expect(found?.type).toBe(expression === ':' ? 'tree' : undefined);
  });

  it('gives only what has the wanted type', async () => {
    const blob = { expression: 'main:a', type: 'commit' } as const;
    expect(await repository.resolve(blob)).toBeUndefined();
    const tree = { expression: 'main', type: 'tree' } as const;
    expect(await repository.resolve(tree)).toMatchObject({ type: 'tree' });
  });
});

describe('refs', () => {
  it('are made, read, moved and deleted, and git sees them', async () => {
    const ref = 'refs/heads/feature/x';
    const { first, second, other } = shas;
    expect(await repository.createRef({ ref, sha: first })).toBe('created');
    expect(await repository.readRef({ ref })).toEqual({
      ref,
      sha: first,
      type: 'commit',
    });
    expect(await repository.createRef({ ref, sha: first })).toBe('exists');
    expect(await repository.updateRef({ ref, sha: second })).toBe('updated');
    expect(await repository.updateRef({ ref, sha: other })).toBe(
      'notFastForward',
    );
    expect(await repository.updateRef({ ref, sha: other, force: true })).toBe(
      'updated',
    );
    expect(await git(repository.directory, 'rev-parse', ref)).toBe(other);
    expect(await repository.deleteRef({ ref })).toBe('deleted');
    expect(await repository.deleteRef({ ref })).toBe('missing');
    expect(await repository.updateRef({ ref, sha: first })).toBe('missing');
    expect(await repository.readRef({ ref })).toBeUndefined();
  });

  it('stay deleted if they were packed', async () => {
    await git(repository.directory, 'pack-refs', '--all');
    expect(await repository.deleteRef({ ref: 'refs/tags/v1' })).toBe('deleted');
    expect(await git(repository.directory, 'tag')).toBe('both');
    const listed = await repository.listRefs();
    expect(listed.map(({ ref }) => ref)).toEqual([
      'refs/heads/both',
      'refs/heads/main',
      'refs/heads/other',
      'refs/tags/both',
    ]);
  });

  it('list what starts with a prefix', async () => {
    const names = async (prefix: string) =>
      (await repository.listRefs({ prefix })).map(({ ref }) => ref);
    await repository.createRef({ ref: 'refs/heads/o/x', sha: shas.first });
    expect(await names('refs/tags/')).toEqual([
      'refs/tags/both',
      'refs/tags/v1',
    ]);
    expect(await names('refs/heads/o')).toEqual([
      'refs/heads/o/x',
      'refs/heads/other',
    ]);
    expect(await names('refs/nothing/')).toEqual([]);
    expect(await names('refs/heads/both')).toEqual(['refs/heads/both']);
  });

  it.each([
    'refs/../../2.git/refs/heads/',
    'refs/heads/../../../2.git/refs/heads/',
    'refs/./heads/',
    '../2.git/refs/heads/',
    'objects/',
  ])('list nothing, and look nowhere, for %s', async prefix => {
    const look = jest.spyOn(fs, 'readdir');
    expect(await repository.listRefs({ prefix })).toEqual([]);
    expect(look).not.toHaveBeenCalled();
    await repository.listRefs({ prefix: 'refs/heads/' });
    expect(look).toHaveBeenCalled();
    look.mockRestore();
  });

  it('agree with git after packed and loose ones have mixed', async () => {
    const ref = 'refs/heads/main';
    await git(repository.directory, 'pack-refs', '--all');
    await repository.updateRef({ ref, sha: shas.first, force: true });
    expect(await git(repository.directory, 'rev-parse', ref)).toBe(shas.first);
    const listed = await repository.listRefs({ prefix: ref });
    expect(listed).toEqual([{ ref, sha: shas.first }]);
  });

  it('cannot be both a name and a folder, until one is gone', async () => {
    const [sha, create] = [shas.first, repository.createRef];
    expect(await create({ ref: 'refs/heads/main/x', sha })).toBe(
      'nameConflict',
    );
    expect(await create({ ref: 'refs/heads/y/z', sha })).toBe('created');
    expect(await create({ ref: 'refs/heads/y', sha })).toBe('nameConflict');
    await repository.deleteRef({ ref: 'refs/heads/y/z' });
    expect(await create({ ref: 'refs/heads/y', sha })).toBe('created');
  });

  it.each([
    'main',
    'refs/main',
    'heads/main',
    'refs/heads/',
    'refs/heads/a..b',
    'refs/heads/--upload-pack=x',
    `refs/heads/${'a'.repeat(40)}`,
    'refs/../../x',
  ])('are not made with the name %j', async ref => {
    expect(await repository.createRef({ ref, sha: shas.first })).toBe(
      'invalidName',
    );
  });

  it('need an object, and a branch needs a commit', async () => {
    const ref = 'refs/heads/x';
    const tree = (await repository.resolve({ expression: 'main:' }))!.sha;
    for (const sha of ['0'.repeat(40), 'main', tree]) {
      expect(await repository.createRef({ ref, sha })).toBe('objectMissing');
    }
    const main = 'refs/heads/main';
    expect(
      await repository.updateRef({ ref: main, sha: tree, force: true }),
    ).toBe('objectMissing');
    expect(await repository.createRef({ ref: 'refs/tags/t', sha: tree })).toBe(
      'created',
    );
  });

  it('only one of many that are made at once wins', async () => {
    const ref = 'refs/heads/x';
    const outcomes = await Promise.all(
      Object.values(shas).map(sha => repository.createRef({ ref, sha })),
    );
    expect(outcomes.filter(outcome => outcome === 'created')).toHaveLength(1);
  });

  it('HEAD names another default branch', async () => {
    await repository.setHead({ branch: 'other' });
    expect(repository.head()).toEqual({ branch: 'other' });
    expect(await git(repository.directory, 'symbolic-ref', 'HEAD')).toBe(
      'refs/heads/other',
    );
    expect((await repository.resolve({ expression: 'HEAD' }))?.sha).toBe(
      shas.other,
    );
  });
});
