import { Octokit } from 'octokit';
import type { SandboxEvent } from '../../core/events/SandboxEvent';
import { fsck } from '../../git/__testUtils__/runClient';
import { stopCleanly } from '../../testing/stopCleanly';
import { startTestSandbox } from '../../testing/startTestSandbox';

let test: Awaited<ReturnType<typeof startTestSandbox>>;
let octokit: Octokit;
const shop = { owner: 'acme', repo: 'shop' };

beforeEach(async () => {
  test = await startTestSandbox();
  octokit = new Octokit({ baseUrl: test.url, auth: test.tokens.mel });
});
afterEach(() => stopCleanly(test));

async function head(): Promise<string> {
  const { data } = await octokit.rest.git.getRef({
    ...shop,
    ref: 'heads/main',
  });
  return data.object.sha;
}

const refs = (body: object) =>
  test.call('POST /repos/acme/shop/git/refs', { as: 'mel', body });

describe('the Git database', () => {
  it('makes a commit of blobs and trees, as Octokit does', async () => {
    const { git } = octokit.rest;
    const parent = await head();
    const blob = await git.createBlob({
      ...shop,
      content: Buffer.from([0, 255]).toString('base64'),
      encoding: 'base64',
    });
    const tree = await git.createTree({
      ...shop,
      base_tree: parent,
      tree: [
        { path: 'bin/data', mode: '100644', type: 'blob', sha: blob.data.sha },
        {
          path: 'run.sh',
          mode: '100755',
          type: 'blob',
          content: '#!/bin/sh\n',
        },
        { path: 'README.md', mode: '100644', type: 'blob', sha: null },
      ],
    });
    const commit = await git.createCommit({
      ...shop,
      message: 'By parts',
      tree: tree.data.sha,
      parents: [parent],
    });
    expect(commit.data.author).toMatchObject({ name: 'mel' });
    const made = await git.createRef({
      ...shop,
      ref: 'refs/heads/feature/parts',
      sha: commit.data.sha,
    });
    expect(made.status).toBe(201);
    const { data } = await git.getTree({
      ...shop,
      tree_sha: commit.data.sha,
      recursive: 'true',
    });
    expect(data.tree.map(({ path, mode }) => `${mode} ${path}`)).toEqual([
      '040000 bin',
      '100644 bin/data',
      '100755 run.sh',
      '040000 src',
      '100644 src/index.ts',
    ]);
    const { url, size } = data.tree.find(({ path }) => path === 'bin/data')!;
    expect(size).toBe(2);
    const read = await (await fetch(url!)).json();
    expect(Buffer.from(read.content, 'base64')).toEqual(Buffer.from([0, 255]));
    const { directory } = await test.sandbox.git.open({
      id: String(test.shop.id),
    });
    expect(await fsck(directory)).toBe('');
  });

  it('says what is wrong with a tree or commit', async () => {
    const post = async (path: string, body: object) =>
      (
        await test.call(`POST /repos/acme/shop/git/${path}`, {
          as: 'mel',
          body,
        })
      ).body.message;
    const entry = { path: 'a', mode: '100644', type: 'blob' };
    expect(await post('trees', {})).toMatch('"tree" wasn\'t supplied.');
    expect(
      await post('trees', { tree: [{ ...entry, path: '../a', content: '' }] }),
    ).toBe('tree.path contains a malformed path component');
    expect(await post('trees', { tree: [{ ...entry, mode: '1' }] })).toBe(
      'Must supply a valid tree.mode',
    );
    expect(
      await post('trees', { tree: [{ ...entry, sha: 'a'.repeat(40) }] }),
    ).toBe('tree.sha of a does not exist');
    const commit = { message: 'm', tree: 'a'.repeat(40) };
    expect(await post('commits', commit)).toBe('Tree SHA does not exist');
    const { tree } = (
      await test.call(`GET /repos/acme/shop/git/commits/${await head()}`)
    ).body;
    expect(
      await post('commits', {
        message: 'm',
        tree: tree.sha,
        parents: ['a'.repeat(40)],
      }),
    ).toBe('Parent SHA does not exist or is not a commit object');
  });

  it('has nothing in an empty repository', async () => {
    const get = await test.call('GET /repos/acme/empty/git/ref/heads/main');
    expect(get.status).toBe(409);
    expect(get.body.message).toBe('Git Repository is empty.');
    const blob = await test.call('POST /repos/acme/empty/git/blobs', {
      as: 'olivia',
      body: { content: 'x' },
    });
    expect(blob.status).toBe(409);
  });

  it('wants whole SHAs for objects', async () => {
    const short = await test.call('GET /repos/acme/shop/git/blobs/abc');
    expect(short.status).toBe(422);
    const missing = await test.call(
      `GET /repos/acme/shop/git/blobs/${'a'.repeat(40)}`,
    );
    expect(missing.status).toBe(404);
  });

  it('is not written by readers', async () => {
    const { status } = await test.call('POST /repos/acme/shop/git/blobs', {
      as: 'oscar',
      body: { content: 'x' },
    });
    expect([403, 404]).toContain(status);
  });

  it('makes annotated tags', async () => {
    const object = await head();
    const tag = await octokit.rest.git.createTag({
      ...shop,
      tag: 'v1',
      message: 'One',
      object,
      type: 'commit',
    });
    await octokit.rest.git.createRef({
      ...shop,
      ref: 'refs/tags/v1',
      sha: tag.data.sha,
    });
    const bad = await test.call('POST /repos/acme/shop/git/tags', {
      as: 'mel',
      body: { tag: 'v\nx', message: 'Bad', object, type: 'commit' },
    });
    expect(bad.status).toBe(422);
    const ref = await octokit.rest.git.getRef({ ...shop, ref: 'tags/v1' });
    expect(ref.data.object).toMatchObject({ type: 'tag', sha: tag.data.sha });
    const tags = await octokit.rest.repos.listTags(shop);
    expect(tags.data[0]).toMatchObject({ name: 'v1', commit: { sha: object } });
  });
});

describe('refs', () => {
  it('are found by their beginning', async () => {
    const sha = await head();
    await refs({ ref: 'refs/heads/feature/a', sha });
    await refs({ ref: 'refs/heads/feature/b', sha });
    const { body } = await test.call(
      'GET /repos/acme/shop/git/matching-refs/heads%2Ffeature',
    );
    expect(body.map(({ ref }: { ref: string }) => ref)).toEqual([
      'refs/heads/feature/a',
      'refs/heads/feature/b',
    ]);
    const outside = await test.call(
      'GET /repos/acme/shop/git/matching-refs/..%2F..%2F',
    );
    expect(outside.body).toEqual([]);
    const whole = await test.call('GET /repos/acme/shop/git/ref/heads/feature');
    expect(whole.status).toBe(404);
  });

  it('are made under good names alone', async () => {
    const sha = await head();
    const message = async (body: object) => (await refs(body)).body.message;
    expect(await message({ ref: 'refs/heads/main', sha })).toBe(
      'Reference already exists',
    );
    expect(await message({ ref: 'main', sha })).toBe(
      'Reference name must contain at least three slash-separated components.',
    );
    expect(await message({ ref: 'refs/heads/a..b', sha })).toBe(
      'refs/heads/a..b is not a valid ref name.',
    );
    expect(await message({ ref: 'refs/heads/x', sha: 'a'.repeat(40) })).toBe(
      'Object does not exist',
    );
    expect(await message({ ref: 'refs/pull/1/head', sha })).toBe(
      'Reference update failed',
    );
    expect(await message({ ref: 'refs/heads/main/x', sha })).toBe(
      'Reference update failed',
    );
  });

  it('move forwards, or anywhere by force, and tell of it', async () => {
    const first = await head();
    await test.call('PUT /repos/acme/shop/contents/a', {
      as: 'mel',
      body: { message: 'A', content: '' },
    });
    const second = await head();
    const events: SandboxEvent[] = [];
    test.sandbox.events.on(event => {
      if (event.name === 'push') events.push(event);
    });
    const move = (body: object) =>
      test.call('PATCH /repos/acme/shop/git/refs/heads%2Fmain', {
        as: 'mel',
        body,
      });
    const back = await move({ sha: first });
    expect(back.status).toBe(422);
    expect(back.body.message).toBe('Update is not a fast forward');
    expect((await move({ sha: first, force: true })).status).toBe(200);
    expect((await move({ sha: second })).body.object.sha).toBe(second);
    await test.sandbox.settled();
    expect(events).toEqual([
      expect.objectContaining({ before: second, after: first, forced: true }),
      expect.objectContaining({ before: first, after: second, forced: false }),
    ]);
  });

  it('are deleted, but for the default branch', async () => {
    await refs({ ref: 'refs/heads/x', sha: await head() });
    const remove = (name: string) =>
      test.call(`DELETE /repos/acme/shop/git/refs/heads/${name}`, {
        as: 'mel',
      });
    expect((await remove('x')).status).toBe(204);
    expect((await remove('x')).status).toBe(422);
    expect((await remove('main')).status).toBe(422);
  });

  it('are protected', async () => {
    test.shop.branchProtection['release/*'] = { allow_deletions: false };
    await refs({ ref: 'refs/heads/release/1', sha: await head() });
    const { status, body } = await test.call(
      'DELETE /repos/acme/shop/git/refs/heads/release/1',
      { as: 'mel' },
    );
    expect(status).toBe(422);
    expect(body.message).toBe('Cannot delete this branch');
  });
});

it('knows no ref whose name is too long for a file, and makes none', async () => {
  const long = 'a'.repeat(300);
  const read = await test.call(`GET /repos/acme/shop/branches/${long}`);
  expect(read.status).toBe(404);
  const main = await test.call('GET /repos/acme/shop/git/ref/heads/main');
  const made = await test.call('POST /repos/acme/shop/git/refs', {
    as: 'olivia',
    body: { ref: `refs/heads/${long}`, sha: main.body.object.sha },
  });
  expect(made.status).toBe(422);
});
