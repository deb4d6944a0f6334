import type { SeedRepository } from '../SeedRepository';
import { filesOf } from '../filesOf';
import { assignNumbers } from './assignNumbers';
import { buildHistory } from './buildHistory';
import { dateBefore } from './dateBefore';

const now = new Date('2026-11-26T12:00:00Z');

async function build(repository: Omit<SeedRepository, 'name'>) {
  const named = { name: 'shop', ...repository };
  return buildHistory({
    repository: named,
    owner: 'acme',
    author: 'ada',
    numbers: assignNumbers({ repository: named }),
    signatureOf: ({ login, daysAgo }) => ({
      name: login,
      email: `${login}@acme.example`,
      date: dateBefore({ now, daysAgo }),
    }),
  });
}

/** Messages and changed files of the commits, in order. */
function outline({ history }: Awaited<ReturnType<typeof build>>) {
  return history.commits.map(({ id, message, files, parents }) => ({
    id,
    message,
    parents,
    files: Object.fromEntries(
      Object.entries(files).map(([path, file]) => [
        path,
        file && String((file as { content: Buffer }).content ?? file),
      ]),
    ),
  }));
}

const one = { message: 'One', author: 'ada', daysAgo: 9 };
const two = { message: 'Two', author: 'bob', daysAgo: 8 };

describe('buildHistory', () => {
  it('brings everything with one commit when nothing is said', async () => {
    const built = await build({ files: filesOf({ a: '1' }) });
    expect(outline(built)).toEqual([
      {
        id: 'commit-1',
        message: 'Initial commit',
        parents: [],
        files: { a: '1' },
      },
    ]);
    expect(built.history.commits[0].author).toEqual({
      name: 'ada',
      email: 'ada@acme.example',
      date: new Date('2025-11-26T12:00:00Z'),
    });
  });

  it('makes no commit without files', async () => {
    expect((await build({})).history.commits).toEqual([]);
  });

  it('brings a file with the last entry that names it, the rest with the first', async () => {
    const built = await build({
      files: filesOf({
        'README.md': 'r',
        'src/a.ts': 'a',
        'src/deep/b.ts': 'b',
      }),
      history: [
        one,
        { ...two, paths: ['src/**'] },
        { ...two, message: 'Three', paths: ['src/*.ts'], tag: 'v1' },
      ],
    });
    expect(outline(built).map(({ files }) => Object.keys(files))).toEqual([
      ['README.md'],
      ['src/deep/b.ts'],
      ['src/a.ts'],
    ]);
    expect(built.history.tags).toEqual({ v1: 'commit-3' });
    expect(built.faults).toEqual([]);
  });

  it('shows a file as it was, until a later entry names it', async () => {
    const earlier = { limit: [{ replace: '10', with: '5' }] };
    const built = await build({
      files: filesOf({ limit: 'limit: 10' }),
      history: [
        { ...one, earlier },
        { ...two, paths: ['limit'] },
      ],
    });
    expect(outline(built).map(({ files }) => files)).toEqual([
      { limit: 'limit: 5' },
      { limit: 'limit: 10' },
    ]);
  });

  it('tells when a file would stay as it was', async () => {
    const built = await build({
      files: filesOf({ limit: 'limit: 10' }),
      history: [{ ...one, earlier: { limit: [{ replace: '10', with: '5' }] } }],
    });
    expect(built.faults).toEqual([
      expect.objectContaining({
        repository: 'shop',
        path: ['history', 0, 'earlier', 'limit'],
        message: 'no later commit brings limit to what it is in the folder',
      }),
    ]);
  });

  it('tells when a file is left over that the folder lacks', async () => {
    const history = [{ ...one, files: { old: 'x' } }, two];
    const left = await build({ files: filesOf({ a: '1' }), history });
    expect(left.faults.map(({ message }) => message)).toEqual([
      'old is still there after the last commit, but not in the folder',
    ]);
    const gone = await build({
      files: filesOf({ a: '1' }),
      history: [history[0], { ...two, files: { old: null } }],
    });
    expect(gone.faults).toEqual([]);
  });

  it.each([
    ['squash', 'Two (#7)\n\nWhy', ['commit-1'], 'bob', 'GitHub'],
    ['rebase', 'Two\n\nWhy', ['commit-1'], 'bob', 'ada'],
    [
      'merge',
      'Merge pull request #7 from acme/topic\n\nTwo',
      ['commit-1', 'pull-7'],
      'ada',
      'GitHub',
    ],
  ] as const)(
    'merges by %s as GitHub does',
    async (method, message, parents, author, committer) => {
      const built = await build({
        files: filesOf({ a: '1', b: '2' }),
        firstNumber: 7,
        history: [
          one,
          {
            ...two,
            message: 'Two\n\nWhy',
            paths: ['b'],
            pullRequest: { branch: 'topic', mergedBy: 'ada', method },
          },
        ],
      });
      const [, head, merged] = built.history.commits;
      expect(head).toMatchObject({
        id: 'pull-7',
        message: 'Two\n\nWhy',
        parents: ['commit-1'],
        author: { name: 'bob' },
      });
      expect(merged).toMatchObject({
        id: 'commit-2',
        message,
        parents,
        author: { name: author },
        committer: { name: committer },
      });
      expect(built.pulls).toEqual([
        { number: 7, head: 'pull-7', base: 'commit-1', merge: 'commit-2' },
      ]);
    },
  );

  it('starts a branch where it says, and edits what is there', async () => {
    const built = await build({
      files: filesOf({ a: 'one', b: 'two' }),
      history: [one, { ...two, paths: ['b'] }],
      branches: [
        {
          name: 'topic',
          behind: 1,
          commits: [
            {
              ...two,
              message: 'Edit',
              edits: { a: [{ replace: 'one', with: 'eins' }] },
            },
            { ...two, message: 'Again', files: { a: null, c: 'three' } },
          ],
        },
      ],
    });
    expect(outline(built).slice(2)).toEqual([
      {
        id: 'topic-1',
        message: 'Edit',
        parents: ['commit-1'],
        files: { a: 'eins' },
      },
      {
        id: 'topic-2',
        message: 'Again',
        parents: ['topic-1'],
        files: { a: null, c: 'three' },
      },
    ]);
    expect(built.tips).toEqual({ main: 'commit-2', topic: 'topic-2' });
  });

  it.each([
    [
      { name: 'x', from: 'nowhere' },
      'there is no branch "nowhere" above this one',
    ],
    [{ name: 'x', behind: 1 }, 'main has only 1 commits'],
    [{ name: 'x', commits: [two] }, 'the commit changes nothing'],
    [
      { name: 'x', commits: [{ ...two, files: { z: null } }] },
      'z cannot be deleted, because it is not there',
    ],
    [
      { name: 'x', commits: [{ ...two, edits: { z: [] } }] },
      'there is no file z on this branch',
    ],
  ])('tells what is wrong with the branch %j', async (branch, message) => {
    const built = await build({
      files: filesOf({ a: '1' }),
      branches: [branch],
    });
    expect(built.faults.map(fault => fault.message)).toContain(message);
  });
});
