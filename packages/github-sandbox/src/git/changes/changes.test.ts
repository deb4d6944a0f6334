import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { writeFile } from 'node:fs/promises';
import { createTestHost, seedCommit } from '../__testUtils__/createTestHost';
import { git } from '../__testUtils__/runClient';
import { GitRepository, SeedCommit } from '../types';

let test: Awaited<ReturnType<typeof createTestHost>>;
let repository: GitRepository;
beforeEach(async () => {
  test = await createTestHost();
});
afterEach(() => test.remove());

const LINES = Array.from({ length: 20 }, (_, index) => `line ${index}\n`);
const lines = (change: Record<number, string> = {}) =>
  LINES.map((line, index) => change[index] ?? line).join('');

async function open(commits: SeedCommit[]): Promise<GitRepository> {
  const seed = async () => ({ defaultBranch: 'main', commits });
  test.host.create({ id: '1', defaultBranch: 'main', seed });
  repository = await test.host.open({ id: '1' });
  return repository;
}

const sha = async (expression: string) =>
  (await repository.resolve({ expression }))!.sha;

describe('diff', () => {
  it('tells what happened to each file, as GitHub does', async () => {
    await open([
      seedCommit('one', 1700000000, {
        'changed.txt': lines(),
        'gone.txt': 'diff --git a/x b/x\n@@ trap @@\n',
        'old name.txt': lines({ 1: 'to be moved\n' }),
        'image.png': Buffer.from([0, 1, 2]),
        mode: 'x',
        type: 'target',
        'no-newline': 'a',
      }),
      seedCommit('two', 1700000100, {
        'changed.txt': lines({ 3: 'CHANGED\n' }),
        'gone.txt': null,
        'old name.txt': null,
        'new/ñame.txt': lines({ 1: 'to be moved\n', 2: 'and changed\n' }),
        'image.png': Buffer.from([0, 1, 3]),
        mode: { content: 'x', executable: true },
        empty: '',
        'no-newline': 'b',
      }),
    ]);
    const linked = await repository.writeTree({
      base: await sha('main'),
      entries: [{ path: 'type', mode: '120000', content: 'empty' }],
    });
    const files = await repository.diff({
      from: await sha('main~1'),
      to: linked,
    });
    const shown = files.map(file => [
      file.path,
      file.status,
      file.additions,
      file.deletions,
      file.patch?.split('\n').length,
    ]);
    expect(shown).toEqual([
      ['changed.txt', 'modified', 1, 1, 9],
      ['empty', 'added', 0, 0, undefined],
      ['gone.txt', 'removed', 0, 2, 3],
      ['image.png', 'modified', 0, 0, undefined],
      ['mode', 'modified', 0, 0, undefined],
      ['new/ñame.txt', 'renamed', 1, 1, 8],
      ['no-newline', 'modified', 1, 1, 5],
      ['type', 'changed', 1, 1, 6],
    ]);
    const by = Object.fromEntries(files.map(file => [file.path, file]));
    expect(by['gone.txt'].patch).toBe(
      '@@ -1,2 +0,0 @@\n-diff --git a/x b/x\n-@@ trap @@',
    );
    expect(by['gone.txt'].sha).toBe(await sha('main~1:gone.txt'));
    expect(by['no-newline'].patch).toBe(
      '@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file',
    );
    expect(by['new/ñame.txt']).toMatchObject({
      previousPath: 'old name.txt',
      changes: 2,
      sha: await sha('main:new/ñame.txt'),
      previousSha: await sha('main~1:old name.txt'),
    });
    expect(by['image.png'].binary).toBe(true);
    expect(by.empty.previousSha).toBeUndefined();
  });

  it('of a first commit adds everything', async () => {
    await open([seedCommit('one', 1700000000, { a: 'a\n', b: 'b\n' })]);
    const to = await sha('main');
    const files = await repository.diff({ from: undefined, to });
    expect(files.map(({ path, status }) => [path, status])).toEqual([
      ['a', 'added'],
      ['b', 'added'],
    ]);
    expect(await repository.diff({ from: to, to })).toEqual([]);
    expect(await repository.patchText({ from: undefined, to })).toMatch(
      /^diff --git a\/a b\/a\nnew file mode 100644\n/,
    );
  });

  it('leaves out a patch of more than a megabyte', async () => {
    await open([seedCommit('one', 1700000000, { a: 'x\n'.repeat(600_000) })]);
    const [file] = await repository.diff({
      from: undefined,
      to: await sha('main'),
    });
    expect(file).toMatchObject({ additions: 600_000, status: 'added' });
    expect(file.patch).toBeUndefined();
  });
});

describe('formatPatch', () => {
  it('gives mails that git can apply', async () => {
    await open([
      seedCommit('one', 1700000000, { a: lines() }),
      seedCommit('two', 1700000100, { a: lines({ 2: 'x\n' }) }),
      seedCommit('three', 1700000200, { a: lines({ 2: 'x\n', 9: 'y\n' }) }),
    ]);
    const [from, to] = [await sha('main~2'), await sha('main')];
    const patch = await repository.formatPatch({ from, to });
    expect(patch).toContain('Subject: [PATCH 2/2] three');
    const single = await repository.formatPatch({ from: undefined, to });
    expect(single).toContain('Subject: [PATCH] three');

    await git(test.root, 'clone', '-q', repository.directory, 'clone');
    const clone = join(test.root, 'clone');
    await git(clone, 'reset', '-q', '--hard', from);
    await writeFile(join(test.root, 'x.patch'), patch);
    await git(clone, 'am', '-q', join(test.root, 'x.patch'));
    expect(await git(clone, 'rev-parse', 'HEAD^{tree}')).toBe(
      await sha('main^{tree}'),
    );
  });
});

describe('compare', () => {
  beforeEach(() =>
    open([
      seedCommit('base', 1700000000, { a: 'a', b: 'b' }),
      seedCommit('main 1', 1700000100, { a: 'A' }),
      seedCommit(
        'side 1',
        1700000050,
        { b: 'B' },
        { branch: 'side', parents: ['base'] },
      ),
      // Its clock went wrong: it is still after its parent.
      seedCommit('side 2', 1600000000, { c: 'C' }, { branch: 'side' }),
      seedCommit('root', 1, { z: 'z' }, { branch: 'island', parents: [] }),
    ]),
  );

  it('starts at the merge base', async () => {
    const found = (await repository.compare({ base: 'main', head: 'side' }))!;
    expect(found).toMatchObject({ aheadBy: 2, behindBy: 1 });
    expect(found.mergeBase).toBe(await sha('main~1'));
    expect(found.commits.map(({ message }) => message)).toEqual([
      'side 1\n',
      'side 2\n',
    ]);
    expect(found.files.map(({ path }) => path)).toEqual(['b', 'c']);
  });

  it('of a commit with itself is empty', async () => {
    expect(
      await repository.compare({ base: 'main', head: 'HEAD' }),
    ).toMatchObject({ aheadBy: 0, behindBy: 0, commits: [], files: [] });
  });

  it('needs two commits that have one in common', async () => {
    for (const head of ['island', 'nowhere', '--output=x']) {
      expect(await repository.compare({ base: 'main', head })).toBeUndefined();
    }
  });
});

describe('archive', () => {
  it.each(['tar.gz', 'zip'] as const)('packs the files as %s', async format => {
    await open([seedCommit('base', 1700000000, { a: 'a', 'dir/b': 'b' })]);
    const stream = repository.archive({ ref: 'main', format, prefix: 'x-1' });
    const file = join(test.root, 'archive');
    await writeFile(file, stream);
    const listed =
      format === 'zip'
        ? execFileSync('python3', ['-m', 'zipfile', '-l', file])
        : execFileSync('tar', ['-tzf', file]);
    expect(String(listed)).toMatch(/x-1\/a\b[^]*x-1\/dir\/b/);
  });

  it('breaks off for what is not there', async () => {
    await open([seedCommit('base', 1700000000, { a: 'a' })]);
    for (const ref of ['nowhere', '--output=x', '--remote=x']) {
      const stream = repository.archive({ ref, format: 'zip', prefix: 'x' });
      await expect(text(stream)).rejects.toThrow(`no commit "${ref}"`);
    }
  });
});
