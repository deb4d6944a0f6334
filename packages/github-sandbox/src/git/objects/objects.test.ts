import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTestHost, person } from '../__testUtils__/createTestHost';
import { fsck, git } from '../__testUtils__/runClient';
import { createGitHost } from '../createGitHost';
import { GitRepository } from '../types';
import { encodeCommit, parseCommit } from './commit';
import { formatSignature, parseSignature } from './signature';

let test: Awaited<ReturnType<typeof createTestHost>>;
let repository: GitRepository;
beforeEach(async () => {
  test = await createTestHost();
  test.host.create({ id: '1', defaultBranch: 'main' });
  repository = await test.host.open({ id: '1' });
});
const closers: Array<() => Promise<void>> = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map(close => close()));
  await test.remove();
});

const blob = (text: string | Buffer) =>
  repository.writeObject({ type: 'blob', data: Buffer.from(text) });

const AT_NOON = { ...person('Ada'), offsetMinutes: 60 };

describe('objects', () => {
  it.each([
    ['text', Buffer.from('hello\n')],
    ['nothing', Buffer.alloc(0)],
    ['bytes', Buffer.from([0, 255, 254, 0, 10])],
    ['much', Buffer.alloc(300_000, 'callboard ')],
  ])('writes a blob of %s as git does, and reads it back', async (_, data) => {
    const sha = await blob(data);
    const file = join(test.root, 'file');
    await writeFile(file, data);
    expect(sha).toBe(await git(test.root, 'hash-object', file));
    expect(await git(repository.directory, 'cat-file', '-s', sha)).toBe(
      String(data.length),
    );

    // Another host has nothing in memory.
    const reader = await readAgain();
    const read = await reader.readBlob({ sha });
    expect(read?.equals(data)).toBe(true);
  });

  it('writes a commit as git does', async () => {
    const tree = await repository.writeTree({
      entries: [{ path: 'a', mode: '100644', content: 'a' }],
    });
    const message = 'Ein Übel\n\nmit Text\n';
    const options = { tree, author: AT_NOON, committer: AT_NOON, message };
    const first = await repository.writeCommit({ ...options, parents: [] });
    const second = await repository.writeCommit({
      ...options,
      parents: [first],
    });
    const args = ['commit-tree', tree, '-p', first, '-m', message.trimEnd()];
    expect(second).toBe(await git(repository.directory, ...args));
    expect(await repository.readCommit({ sha: second })).toEqual({
      sha: second,
      parents: [first],
      ...options,
    });
    expect(await fsck(repository.directory)).toBe('');
  });

  it('writes an annotated tag as git does', async () => {
    const tree = await repository.writeTree({ entries: [] });
    const object = await repository.writeCommit({
      tree,
      parents: [],
      author: AT_NOON,
      committer: AT_NOON,
      message: 'x',
    });
    const sha = await repository.writeTag({
      object,
      type: 'commit',
      tag: 'v1',
      tagger: AT_NOON,
      message: 'One\n',
    });
    await git(repository.directory, 'tag', '-a', 'v1', object, '-m', 'One');
    expect(await git(repository.directory, 'rev-parse', 'v1')).toBe(sha);
    expect(await repository.readTag({ sha })).toEqual({
      sha,
      object,
      type: 'commit',
      tag: 'v1',
      tagger: AT_NOON,
      message: 'One\n',
    });
    expect(
      await repository.resolve({ expression: 'v1', type: 'commit' }),
    ).toEqual({ sha: object, type: 'commit' });
    expect(await repository.listRefs()).toEqual([
      { ref: 'refs/tags/v1', sha, peeled: object },
    ]);
  });

  it('keeps a signature apart from what it signs', () => {
    const signature =
      '-----BEGIN PGP SIGNATURE-----\n\nabc\n=def\n-----END PGP SIGNATURE-----';
    const plain = {
      tree: 'a'.repeat(40),
      parents: ['b'.repeat(40)],
      author: AT_NOON,
      committer: AT_NOON,
      message: 'Signed\n',
    };
    const data = encodeCommit({ ...plain, signature });
    expect(data.toString()).toContain(
      '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n abc\n',
    );
    const commit = parseCommit({ sha: 'c'.repeat(40), data });
    expect(commit.signature).toBe(signature);
    expect(commit.payload).toBe(encodeCommit(plain).toString());
    expect(commit.message).toBe('Signed\n');
  });

  it('decodes a message in the encoding that it names', () => {
    const data = Buffer.from(
      `tree ${'a'.repeat(
        40,
      )}\nauthor J\xf6rg <j@x> 1 +0000\ncommitter J <j@x> 1 +0000\nencoding ISO-8859-1\n\n\xdcbel\n`,
      'latin1',
    );
    const commit = parseCommit({ sha: '', data });
    expect([commit.author.name, commit.message]).toEqual(['Jörg', 'Übel\n']);
  });

  it.each([
    ['Ada <a@x> 1700000000 -0330', 'Ada', 'a@x', 1700000000, -210],
    ['Ada L <> 5 +0000', 'Ada L', '', 5, 0],
    [' <a@x> 5 +0100', '', 'a@x', 5, 60],
    ['Ada <a@x>', 'Ada', 'a@x', 0, 0],
  ])('reads the signature %j', (line, name, email, seconds, offset) => {
    expect(parseSignature(line)).toEqual({
      name,
      email,
      date: new Date(seconds * 1000),
      offsetMinutes: offset,
    });
  });

  it('lets no name break out of its line', () => {
    const name = 'Eve <e@x> 1 +0000\nparent 0';
    const { date } = person('Eve');
    expect(formatSignature({ name, email: 'a>\nb', date })).toBe(
      'Eve e@x 1 +0000parent 0 <ab> 1700000000 +0000',
    );
  });

  it('writes nothing that git would call broken', async () => {
    const tree = await repository.writeTree({ entries: [] });
    const strange = { name: '', email: '', date: new Date(-5000) };
    await repository.writeCommit({
      tree,
      parents: [],
      author: strange,
      committer: { ...strange, offsetMinutes: -90 },
      message: 'a\0b',
    });
    expect(await fsck(repository.directory)).toBe('');
    const date = new Date(NaN);
    expect(() => formatSignature({ name: 'x', email: 'x', date })).toThrow(
      RangeError,
    );
  });

  it('has nothing for a SHA that is not there or none', async () => {
    for (const sha of ['0'.repeat(40), 'x', '', '../../HEAD', 'A'.repeat(40)]) {
      expect(await repository.readObject({ sha })).toBeUndefined();
      expect(await repository.readTree({ sha })).toBeUndefined();
    }
    const sha = await blob('x');
    expect(await repository.readCommit({ sha })).toBeUndefined();
  });

  it('reads objects that are in packs', async () => {
    const big = Buffer.alloc(400_000, 'abcdefghij\n');
    const tree = await repository.writeTree({
      entries: [
        { path: 'big', mode: '100644', content: big },
        { path: 'small', mode: '100644', content: 'small' },
      ],
    });
    const sha = await repository.writeCommit({
      tree,
      parents: [],
      author: AT_NOON,
      committer: AT_NOON,
      message: 'x',
    });
    await repository.createRef({ ref: 'refs/heads/main', sha });
    await git(repository.directory, 'repack', '-q', '-a', '-d');
    await git(repository.directory, 'pack-refs', '--all');

    const reader = await readAgain();
    const entries = await reader.readTree({ sha: tree });
    expect(entries?.map(({ path, size }) => [path, size])).toEqual([
      ['big', big.length],
      ['small', 5],
    ]);
    const blobs = await Promise.all(
      entries!.map(entry => reader.readBlob({ sha: entry.sha })),
    );
    expect(blobs[0]?.equals(big)).toBe(true);
    expect(blobs[1]?.toString()).toBe('small');
    expect(await reader.readBlob({ sha: '0'.repeat(40) })).toBeUndefined();
    expect(await reader.resolve({ expression: sha.slice(0, 10) })).toEqual({
      sha,
      type: 'commit',
    });
  });

  it('reads the same from many calls at once', async () => {
    const texts = Array.from({ length: 50 }, (_, index) => `text ${index}`);
    const shas = await Promise.all([...texts, ...texts].map(blob));
    expect(shas.slice(50)).toEqual(shas.slice(0, 50));
    const reader = await readAgain();
    const read = await Promise.all(
      shas.slice(0, 50).map(sha => reader.readBlob({ sha })),
    );
    expect(read.map(String)).toEqual(texts);
    expect(await fsck(repository.directory)).toBe('');
  });

  async function readAgain(): Promise<GitRepository> {
    const other = createGitHost({ directory: test.host.directory });
    closers.push(() => other.close());
    return other.open({ id: '1' });
  }
});
