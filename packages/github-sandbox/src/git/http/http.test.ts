import { appendFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import {
  createTestHost,
  person,
  seedCommit,
} from '../__testUtils__/createTestHost';
import { fsck, git, runClient } from '../__testUtils__/runClient';
import { serveGit } from '../__testUtils__/serveGit';
import { commitFiles } from '../commitFiles';
import { GitRepository, PushRefusal, RefChange } from '../types';

let test: Awaited<ReturnType<typeof createTestHost>>;
let server: Awaited<ReturnType<typeof serveGit>>;
let repository: GitRepository;
let clone: string;
let asked: RefChange[][];
let refusal: PushRefusal | string | undefined;

beforeEach(async () => {
  test = await createTestHost();
  asked = [];
  refusal = undefined;
  const commits = [
    seedCommit('first', 1700000000, { a: 'a\n' }),
    seedCommit('second', 1700000100, { b: 'b\n' }),
  ];
  const seed = async () => ({ defaultBranch: 'main', commits });
  test.host.create({ id: '1', defaultBranch: 'main', seed });
  test.host.create({ id: '2', defaultBranch: 'main' });
  repository = await test.host.open({ id: '1' });
  server = await serveGit({
    host: test.host,
    refuse: updates => {
      asked.push(updates);
      return refusal;
    },
  });
  clone = join(test.root, 'clone');
  await git(test.root, 'clone', '-q', `${server.url}/1`, 'clone');
});
afterEach(async () => {
  await server.close();
  await test.remove();
});

const sha = async (expression: string) =>
  (await repository.resolve({ expression }))?.sha;

async function commit(name: string, content: string | Buffer): Promise<string> {
  await writeFile(join(clone, name), content);
  await git(clone, 'add', '-A');
  await git(clone, 'commit', '-q', '-m', name);
  return git(clone, 'rev-parse', 'HEAD');
}

const push = (...args: string[]) =>
  runClient({ cwd: clone, args: ['push', '-q', 'origin', ...args] });

describe('a clone over HTTP', () => {
  it('has what the repository has', async () => {
    expect(await git(clone, 'log', '--format=%s')).toBe('second\nfirst');
  });

  it.each(['0', '1', '2'])('works with protocol version %s', async version => {
    const config = `protocol.version=${version}`;
    const url = `${server.url}/1`;
    await git(test.root, '-c', config, 'clone', '-q', url, 'other');
    const other = join(test.root, 'other');
    expect(await git(other, 'rev-parse', 'HEAD')).toBe(await sha('main'));
  });

  it('may be shallow, partial, or of one commit', async () => {
    const url = `${server.url}/1`;
    await git(test.root, 'clone', '-q', '--depth=1', url, 'shallow');
    const shallow = join(test.root, 'shallow');
    expect(await git(shallow, 'log', '--format=%s')).toBe('second');
    await git(test.root, 'clone', '-q', '--filter=blob:none', url, 'partial');
    const first = (await sha('main~1'))!;
    await git(shallow, 'fetch', '-q', 'origin', first);
    expect(await git(shallow, 'rev-parse', 'FETCH_HEAD')).toBe(first);
  });

  it('of an empty repository can be pushed to', async () => {
    await git(test.root, 'clone', '-q', `${server.url}/2`, 'empty');
    clone = join(test.root, 'empty');
    await git(clone, 'checkout', '-q', '-B', 'main');
    const head = await commit('first', 'x');
    expect(await push('main')).toMatchObject({ code: 0 });
    expect(server.pushes).toEqual([
      [
        {
          ref: 'refs/heads/main',
          before: undefined,
          after: head,
          forced: false,
        },
      ],
    ]);
  });

  it('gets what was written in process', async () => {
    await commitFiles({
      repository,
      branch: 'main',
      changes: [{ path: 'web.txt', content: Buffer.from('web') }],
      message: 'From the web',
      author: person('Web', 1700000500),
      committer: person('Web', 1700000500),
    });
    await git(clone, 'pull', '-q');
    expect(await git(clone, 'log', '-1', '--format=%s')).toBe('From the web');
  });
});

describe('a push over HTTP', () => {
  it('shows in process at once', async () => {
    const before = await sha('main');
    const content = Buffer.alloc(2_000_000);
    for (let index = 0; index < content.length; index += 1) {
      content[index] = (index * index) % 251;
    }
    const head = await commit('größe.bin', content);
    expect(await push('main')).toMatchObject({ code: 0 });
    const change = {
      ref: 'refs/heads/main',
      before,
      after: head,
      forced: false,
    };
    expect(server.pushes).toEqual([[change]]);
    expect(asked).toEqual([[change]]);
    const entry = await repository.entryAt({
      commit: 'main',
      path: 'größe.bin',
    });
    const blob = await repository.readBlob({ sha: entry!.sha });
    expect(blob?.equals(content)).toBe(true);
    expect(await fsck(repository.directory)).toBe('');
    const left = await readdir(repository.directory);
    expect(left.filter(name => name.startsWith('push-'))).toEqual([]);
  });

  it('stays loose', async () => {
    for (let index = 0; index < 110; index += 1) {
      await appendFile(join(clone, `file-${index}`), `${index}`);
    }
    await commit('many', 'x');
    const packs = join(repository.directory, 'objects', 'pack');
    const before = await readdir(packs);
    await push('main');
    expect(await readdir(packs)).toEqual(before);
  });

  it('makes, forces and deletes branches and tags', async () => {
    const old = (await sha('main'))!;
    await git(clone, 'checkout', '-q', '-b', 'topic');
    const topic = await commit('t1', '1');
    await git(clone, 'tag', 'light');
    await git(clone, 'tag', '-a', 'v1', '-m', 'One');
    const tag = await git(clone, 'rev-parse', 'v1');
    await push('topic', 'light', 'v1');
    await git(clone, 'reset', '-q', '--hard', 'HEAD~1');
    const other = await commit('t2', '2');
    expect(await push('topic')).toMatchObject({ code: 1 });
    await push('--force', 'topic');
    await git(clone, 'tag', '-f', 'light');
    await push('--force', 'light');
    await push('--delete', 'topic', 'v1');

    const ref = 'refs/heads/topic';
    const light = 'refs/tags/light';
    expect(server.pushes).toEqual([
      [
        { ref, before: undefined, after: topic, forced: false },
        { ref: light, before: undefined, after: topic, forced: false },
        { ref: 'refs/tags/v1', before: undefined, after: tag, forced: false },
      ],
      [{ ref, before: topic, after: other, forced: true }],
      [{ ref: light, before: topic, after: other, forced: true }],
      [
        { ref, before: other, after: undefined, forced: false },
        { ref: 'refs/tags/v1', before: tag, after: undefined, forced: false },
      ],
    ]);
    expect(asked).toEqual(server.pushes);
    expect(await sha('main')).toBe(old);
    expect(await sha('topic')).toBeUndefined();
    expect(await fsck(repository.directory)).toBe('');
  });

  it('is refused with a reason and a message', async () => {
    const before = await sha('main');
    await commit('x', 'x');
    refusal = {
      reason: 'protected branch hook declined',
      message:
        'error: GH006: Protected branch update failed\nTry a pull request.',
    };
    const { code, errors } = await push('main');
    expect(code).toBe(1);
    expect(errors).toContain(
      '[remote rejected] main -> main (protected branch hook declined)',
    );
    expect(errors).toContain('remote: error: GH006: Protected branch');
    expect(errors).toContain('remote: Try a pull request.');
    expect(await sha('main')).toBe(before);
    expect(server.pushes).toEqual([]);

    refusal = undefined;
    expect(await push('main')).toMatchObject({ code: 0 });
  });

  it('knows before it is taken whether it is forced', async () => {
    await git(clone, 'commit', '-q', '--amend', '-m', 'rewritten');
    refusal = 'no';
    await push('--force', 'main');
    expect(asked.flat()).toMatchObject([{ forced: true }]);
  });

  it('cannot delete the default branch nor touch pull requests', async () => {
    const deleted = await push('--delete', 'main');
    expect(deleted.errors).toContain('refusing to delete the current branch');
    const hidden = await push('HEAD:refs/pull/1/head');
    expect(hidden.errors).toContain('deny updating a hidden ref');
    expect(server.pushes).toEqual([]);
  });

  it('of broken objects is refused', async () => {
    const blob = await git(clone, 'hash-object', '-w', 'a');
    const tree = join(test.root, 'tree');
    await writeFile(
      tree,
      Buffer.concat([Buffer.from('100644 .git\0'), Buffer.from(blob, 'hex')]),
    );
    const args = ['hash-object', '-t', 'tree', '-w', '--literally', tree];
    const broken = await git(clone, ...args);
    const head = await git(clone, 'commit-tree', broken, '-m', 'x');
    const { code, errors } = await push(`${head}:refs/heads/bad`);
    expect(code).toBe(1);
    expect(errors).toContain('unpacker error');
    expect(await sha('bad')).toBeUndefined();
  });

  it('and writes in process follow one another', async () => {
    const head = await commit('pushed', 'x');
    const write = (index: number) =>
      commitFiles({
        repository,
        branch: `web-${index % 2}`,
        changes: [{ path: `f${index}`, content: Buffer.from(`${index}`) }],
        message: `${index}`,
        author: person('Web'),
        committer: person('Web'),
      });
    for (const branch of ['web-0', 'web-1']) {
      const ref = `refs/heads/${branch}`;
      await repository.createRef({ ref, sha: (await sha('main'))! });
    }
    const numbers = Array.from({ length: 20 }, (_, index) => index);
    const [pushed, ...written] = await Promise.all([
      push('main'),
      ...numbers.map(write),
    ]);
    expect(pushed).toMatchObject({ code: 0 });
    expect(
      new Set(written.map(result => (result as { outcome: string }).outcome)),
    ).toEqual(new Set(['committed']));
    expect(await sha('main')).toBe(head);
    for (const branch of ['web-0', 'web-1']) {
      expect(await repository.countHistory({ from: branch })).toBe(12);
    }
    expect(server.pushes).toHaveLength(1);
    expect(server.pushes[0]).toHaveLength(1);
    expect(await fsck(repository.directory)).toBe('');
  });

  it('that breaks off changes nothing and leaves nothing', async () => {
    const body = new Readable({
      read() {
        this.destroy(new Error('gone'));
      },
    });
    const { output, changes } = repository.receivePack({ body });
    await expect(buffer(output)).rejects.toThrow('gone');
    await expect(changes).rejects.toThrow('gone');
    const left = await readdir(repository.directory);
    expect(left.filter(name => name.startsWith('push-'))).toEqual([]);
    await commit('x', 'x');
    expect(await push('main')).toMatchObject({ code: 0 });
  });

  it.each(['', '0000', 'GET / HTTP/1.1', '00ffgarbage'])(
    'of %j is no push and does no harm',
    async body => {
      const before = await repository.listRefs();
      const result = repository.receivePack({
        body: Readable.from([Buffer.from(body)]),
      });
      await buffer(result.output);
      expect(await result.changes).toEqual([]);
      expect(await repository.listRefs()).toEqual(before);
    },
  );
});

describe('a client that goes away', () => {
  it('ends the git process that waits for it', async () => {
    const body = new PassThrough();
    body.write('0032want ');
    const output = repository.uploadPack({ body });
    body.destroy();
    await expect(buffer(output)).rejects.toThrow('git upload-pack ended');
  });

  it('does not hold up the next one', async () => {
    const gone = repository.advertise({ service: 'git-upload-pack' });
    gone.destroy();
    await rm(clone, { recursive: true });
    await git(test.root, 'clone', '-q', `${server.url}/1`, 'clone');
    expect(await git(clone, 'rev-parse', 'HEAD')).toBe(await sha('main'));
  });
});
