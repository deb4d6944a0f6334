import { join } from 'node:path';
import {
  createTestHost,
  person,
  seedCommit,
} from '../__testUtils__/createTestHost';
import { fsck, git } from '../__testUtils__/runClient';
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

const COMMITTER = person('Web', 1700009999);

describe('merge, squash and rebase', () => {
  beforeEach(() =>
    open([
      seedCommit('base', 1700000000, { a: lines(), b: 'b\n' }),
      seedCommit('main 1', 1700000100, { a: lines({ 1: 'main\n' }) }),
      seedCommit(
        'side 1',
        1700000200,
        { a: lines({ 18: 'side\n' }) },
        { branch: 'side', parents: ['base'] },
      ),
      seedCommit('side 2', 1700000300, { c: 'c\n' }, { branch: 'side' }),
      seedCommit(
        'same',
        1700000400,
        { a: lines({ 1: 'main\n' }) },
        { branch: 'same', parents: ['base'] },
      ),
      seedCommit(
        'bad',
        1700000500,
        { a: lines({ 1: 'bad\n' }), ü: 'x' },
        { branch: 'bad', parents: ['base'] },
      ),
      seedCommit('root', 1, { z: 'z' }, { branch: 'island', parents: [] }),
    ]),
  );

  const merged = lines({ 1: 'main\n', 18: 'side\n' });

  it('merges what both sides have changed', async () => {
    const [base, head] = [await sha('main'), await sha('side')];
    const result = await repository.merge({ base, head });
    const tree = result.outcome === 'merged' ? result.tree : '';
    const entry = await repository.entryAt({ commit: tree, path: 'a' });
    const blob = await repository.readBlob({ sha: entry!.sha });
    expect(blob?.toString()).toBe(merged);
    expect(await fsck(repository.directory)).toBe('');
  });

  it('names the files of a conflict', async () => {
    const [base, head] = [await sha('main'), await sha('bad')];
    const conflict = { outcome: 'conflict', paths: ['a'] };
    expect(await repository.merge({ base, head })).toEqual(conflict);
    const [author, committer] = [person('Ada'), COMMITTER];
    expect(
      await repository.squash({ base, head, message: 'x', author, committer }),
    ).toEqual(conflict);
    expect(
      await repository.rebase({ onto: base, from: base, head, committer }),
    ).toEqual(conflict);
  });

  it('does not merge what has nothing in common', async () => {
    const [base, head] = [await sha('main'), await sha('island')];
    expect(await repository.merge({ base, head })).toEqual({
      outcome: 'unrelated',
    });
  });

  it('squashes into one commit', async () => {
    const [base, head] = [await sha('main'), await sha('side')];
    const author = person('Ada');
    const message = 'All (#1)';
    const result = await repository.squash({
      base,
      head,
      message,
      author,
      committer: COMMITTER,
    });
    expect(result.outcome).toBe('squashed');
    const commit = await repository.readCommit({
      sha: result.outcome === 'squashed' ? result.sha : '',
    });
    expect(commit).toMatchObject({ parents: [base], message });
    expect(commit?.committer.name).toBe('Web');
  });

  it('rebases as git does', async () => {
    const [onto, head] = [await sha('main'), await sha('side')];
    const result = await repository.rebase({
      onto,
      from: onto,
      head,
      committer: COMMITTER,
    });
    const tip = result.outcome === 'rebased' ? result.sha : '';
    const commits = await repository.history({ from: tip, limit: 3 });
    expect(
      commits.map(c => [c.message, c.author.name, c.committer.name]),
    ).toEqual([
      ['side 2\n', 'Ada', 'Web'],
      ['side 1\n', 'Ada', 'Web'],
      ['main 1\n', 'Ada', 'Ada'],
    ]);
    await git(test.root, 'clone', '-q', repository.directory, 'clone');
    const clone = join(test.root, 'clone');
    await git(clone, 'checkout', '-q', 'side');
    await git(clone, 'rebase', '-q', 'origin/main');
    expect(commits[0].tree).toBe(await git(clone, 'rev-parse', 'HEAD^{tree}'));
    expect(await fsck(repository.directory)).toBe('');
  });

  it('rebases nothing if the change is there already', async () => {
    const [onto, head] = [await sha('main'), await sha('same')];
    const committer = COMMITTER;
    expect(
      await repository.rebase({ onto, from: onto, head, committer }),
    ).toEqual({ outcome: 'rebased', sha: onto, commits: [] });
  });

  it('rebases a history without a common commit', async () => {
    const [onto, head] = [await sha('main'), await sha('island')];
    const committer = COMMITTER;
    const result = await repository.rebase({
      onto,
      from: onto,
      head,
      committer,
    });
    expect(result.outcome).toBe('rebased');
    const tip = result.outcome === 'rebased' ? result.sha : '';
    expect(await repository.entryAt({ commit: tip, path: 'z' })).toBeDefined();
    expect(await repository.entryAt({ commit: tip, path: 'a' })).toBeDefined();
  });
});

describe('importFrom', () => {
  it("brings a fork's commit", async () => {
    await open([seedCommit('base', 1700000000, { a: 'a' })]);
    await test.host.fork({ from: '1', id: '2' });
    const fork = await test.host.open({ id: '2' });
    const tree = await fork.writeTree({
      entries: [{ path: 'x', mode: '100644', content: 'from the fork' }],
    });
    const commit = await fork.writeCommit({
      tree,
      parents: [await sha('main')],
      author: person('Bob'),
      committer: person('Bob'),
      message: 'fork',
    });
    expect(await repository.readCommit({ sha: commit })).toBeUndefined();
    const wanted = { repository: fork, sha: commit };
    expect(await repository.importFrom(wanted)).toBe(true);
    expect(await repository.readTree({ sha: commit })).toHaveLength(1);
    const missing = { repository: fork, sha: '1'.repeat(40) };
    expect(await repository.importFrom(missing)).toBe(false);
    expect(await fsck(repository.directory)).toBe('');
  });
});
