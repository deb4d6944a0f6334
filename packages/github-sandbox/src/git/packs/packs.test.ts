import { copyFile, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTestHost, seedCommit } from '../__testUtils__/createTestHost';
import { git } from '../__testUtils__/runClient';
import { createGitHost } from '../createGitHost';
import { GitHost, GitRepository } from '../types';
import { encodePack } from './encodePack';
import { PackIndex } from './PackIndex';

let test: Awaited<ReturnType<typeof createTestHost>>;
let again: GitHost | undefined;
beforeEach(async () => {
  test = await createTestHost();
});
afterEach(async () => {
  await again?.close();
  await test.remove();
});

const LINES = Array.from({ length: 5000 }, (_, index) => `line ${index}\n`);
const OLD = LINES.join('');
const NEW = `${OLD}one more\n`;

async function open(): Promise<GitRepository> {
  const commits = [
    seedCommit('old', 1700000000, { big: OLD, small: 'small' }),
    seedCommit('new', 1700000100, { big: NEW }),
  ];
  const seed = async () => ({ defaultBranch: 'main', commits });
  test.host.create({ id: '1', defaultBranch: 'main', seed });
  return test.host.open({ id: '1' });
}

// Another host has nothing in memory.
async function openAgain(): Promise<GitRepository> {
  again = createGitHost({ directory: test.host.directory });
  return again.open({ id: '1' });
}

async function readAll(repository: GitRepository): Promise<string[]> {
  const texts: string[] = [];
  for (const expression of ['main~1:big', 'main:big', 'main:small']) {
    const found = await repository.resolve({ expression });
    texts.push(String(await repository.readBlob({ sha: found!.sha })));
  }
  return texts;
}

describe('packs', () => {
  it('of a seed are read in process, and by git', async () => {
    const repository = await open();
    const { directory } = repository;
    const packs = await readdir(join(directory, 'objects', 'pack'));
    expect(packs.map(name => name.split('.')[1]).sort()).toEqual([
      'idx',
      'pack',
    ]);
    expect(await readAll(repository)).toEqual([OLD, NEW, 'small']);
    expect(await git(directory, 'show', 'main:big')).toBe(NEW.trim());
    await git(directory, 'fsck', '--full', '--strict');
  });

  it('with deltas are read as well', async () => {
    const { directory } = await open();
    await git(directory, 'repack', '-q', '-a', '-d', '-f');
    const pack = (await git(directory, 'count-objects', '-v')).split('\n');
    expect(pack).toContain('in-pack: 7');
    const [index] = (await readdir(join(directory, 'objects', 'pack'))).filter(
      name => name.endsWith('.idx'),
    );
    const listed = await git(
      directory,
      'verify-pack',
      '-v',
      join('objects', 'pack', index),
    );
    expect(listed).toContain('chain length = 1');
    expect(await readAll(await openAgain())).toEqual([OLD, NEW, 'small']);
  });

  it('that git writes anew while they are in use are found', async () => {
    const repository = await open();
    const [expression] = ['main:small'];
    const small = (await repository.resolve({ expression }))!;
    await git(repository.directory, 'repack', '-q', '-a', '-d', '-f');
    expect(await readAll(repository)).toEqual([OLD, NEW, 'small']);
    expect(await repository.readBlob({ sha: small.sha })).toBeDefined();
  });

  it('with an index of version 1 are left to git', async () => {
    const { directory } = await open();
    const settings = ['-c', 'pack.indexVersion=1'];
    await git(directory, ...settings, 'repack', '-q', '-a', '-d', '-f');
    const repository = await openAgain();
    expect(await readAll(repository)).toEqual([OLD, NEW, 'small']);
    expect(
      await repository.readObject({ sha: '0'.repeat(40) }),
    ).toBeUndefined();
  });

  it('of another repository are read if it is an alternate', async () => {
    const { directory } = await open();
    const objects = join(directory, 'objects');
    const elsewhere = join(test.root, 'elsewhere');
    await mkdir(join(elsewhere, 'pack'), { recursive: true });
    for (const name of await readdir(join(objects, 'pack'))) {
      await copyFile(
        join(objects, 'pack', name),
        join(elsewhere, 'pack', name),
      );
      await rm(join(objects, 'pack', name), { force: true });
    }
    await mkdir(join(objects, 'info'));
    await writeFile(join(objects, 'info', 'alternates'), `${elsewhere}\n`);
    expect(await readAll(await openAgain())).toEqual([OLD, NEW, 'small']);
  });

  it('hold objects of every size', async () => {
    const { directory } = await open();
    const sizes = [0, 1, 15, 16, 2047, 2048, 300_000];
    const texts = sizes.map(size => 'x'.repeat(size));
    const repository = await openAgain();
    const shas = await Promise.all(
      texts.map(text =>
        repository.writeObject({ type: 'blob', data: Buffer.from(text) }),
      ),
    );
    const objects = new Map(
      shas.map((sha, index) => [
        sha,
        { type: 'blob' as const, data: Buffer.from(texts[index]) },
      ]),
    );
    const { name, pack, index } = encodePack({ objects });
    const folder = join(directory, 'objects', 'pack');
    await writeFile(join(folder, `${name}.pack`), pack);
    await writeFile(join(folder, `${name}.idx`), index);
    await git(directory, 'verify-pack', join(folder, `${name}.idx`));
    for (const sha of shas) {
      await rm(join(directory, 'objects', sha.slice(0, 2), sha.slice(2)));
    }
    await again?.close();
    const reader = await openAgain();
    const read = await Promise.all(shas.map(sha => reader.readBlob({ sha })));
    expect(read.map(String)).toEqual(texts);
  });
});

describe('PackIndex', () => {
  const shas = ['00aa', '00ab', '7f00', 'ff12', 'ffff'].map(start =>
    start.padEnd(40, '1'),
  );
  const data = Buffer.from('x');
  const objects = new Map(
    shas.map(sha => [sha, { type: 'blob' as const, data }]),
  );
  const { index, pack } = encodePack({ objects });
  const read = new PackIndex({ data: index });

  it('finds where an object is', () => {
    const places = shas.map(sha => read.find(sha)!);
    expect(places[0].start).toBe(12);
    expect(places.slice(1).map(({ start }) => start)).toEqual(
      places.slice(0, -1).map(({ end }) => end),
    );
    expect(places.at(-1)!.start).toBeLessThan(pack.length);
    expect(read.find('0'.repeat(40))).toBeUndefined();
    expect(read.find('f'.repeat(40))).toBeUndefined();
  });

  it('finds by the first digits', () => {
    expect(read.findPrefix('00a')).toEqual(shas.slice(0, 2));
    expect(read.findPrefix('ffff')).toEqual(shas.slice(4));
    expect(read.findPrefix('00')).toEqual(shas.slice(0, 2));
    expect(read.findPrefix('0123')).toEqual([]);
  });

  it('does not take anything else for an index', () => {
    const longer = Buffer.concat([index, Buffer.alloc(8)]);
    expect(() => new PackIndex({ data: longer })).toThrow('Not an index');
    expect(() => new PackIndex({ data: Buffer.alloc(2000) })).toThrow(
      'Not an index',
    );
  });
});
