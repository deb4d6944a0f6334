import { Octokit } from 'octokit';
import { issueToken } from '../../access/issueToken';
import { fsck } from '../../git/__testUtils__/runClient';
import { stopCleanly } from '../../testing/stopCleanly';
import { startTestSandbox } from '../../testing/startTestSandbox';

const IMAGE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x00, 0xff]);
let test: Awaited<ReturnType<typeof startTestSandbox>>;

beforeEach(async () => {
  test = await startTestSandbox({
    files: {
      'README.md': '# Shop\n',
      'src/index.ts': 'export {};\n',
      'docs/ä & b.md': 'Text\n',
      'logo.png': IMAGE,
    },
  });
});
afterEach(() => stopCleanly(test));

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('reading', () => {
  it('answers a file, by whatever spelling of its path', async () => {
    const { body } = await test.call(
      'GET /repos/acme/shop/contents/src/index.ts',
    );
    expect(body).toMatchObject({
      type: 'file',
      encoding: 'base64',
      name: 'index.ts',
      path: 'src/index.ts',
      size: 11,
      content: 'ZXhwb3J0IHt9Owo=\n',
      html_url: `${test.url}/acme/shop/blob/main/src/index.ts`,
      download_url: `${test.url}/raw/acme/shop/main/src/index.ts`,
    });
    const escaped = await test.call(
      'GET /repos/acme/shop/contents/src%2Findex.ts?ref=main',
    );
    expect(escaped.body).toEqual(body);
    const odd = await test.call(
      `GET /repos/acme/shop/contents/${encodeURIComponent('docs/ä & b.md')}`,
    );
    expect(odd.body.path).toBe('docs/ä & b.md');
    const download = await fetch(odd.body.download_url);
    expect(await download.text()).toBe('Text\n');
  });

  it('answers the bytes, with a tag and a time that a reader can come back with', async () => {
    const accept = 'application/vnd.github.v3.raw';
    const first = await test.call('GET /repos/acme/shop/contents/README.md', {
      headers: { accept },
    });
    expect(first.text).toBe('# Shop\n');
    expect(first.headers.get('content-type')).toContain('vnd.github.v3.raw');
    expect(first.headers.get('last-modified')).toBe(
      'Thu, 01 Jan 2026 12:00:00 GMT',
    );
    const again = await test.call('GET /repos/acme/shop/contents/README.md', {
      as: 'mel',
      headers: { accept, 'if-none-match': first.headers.get('etag')! },
    });
    expect(again.status).toBe(304);
    const image = await fetch(`${test.url}/repos/acme/shop/contents/logo.png`, {
      headers: { accept },
    });
    expect(Buffer.from(await image.arrayBuffer())).toEqual(IMAGE);
  });

  it('lists directories, the root with and without a slash', async () => {
    const root = await test.call('GET /repos/acme/shop/contents/');
    expect(
      root.body.map(({ name, type }: Record<string, string>) => [name, type]),
    ).toEqual([
      ['README.md', 'file'],
      ['docs', 'dir'],
      ['logo.png', 'file'],
      ['src', 'dir'],
    ]);
    const plain = await test.call('GET /repos/acme/shop/contents');
    expect(plain.body).toEqual(root.body);
    const object = await test.call('GET /repos/acme/shop/contents/src', {
      headers: { accept: 'application/vnd.github.object+json' },
    });
    expect(object.body).toMatchObject({
      type: 'dir',
      entries: [expect.objectContaining({ name: 'index.ts' })],
    });
  });

  it('answers HEAD as GET', async () => {
    const head = (path: string) =>
      test.call(`HEAD /repos/acme/shop/contents/${path}`);
    expect((await head('README.md')).status).toBe(200);
    expect((await head('nope')).status).toBe(404);
  });

  it('tells what is missing', async () => {
    const missing = await test.call('GET /repos/acme/shop/contents/nope');
    expect(missing.body).toMatchObject({ message: 'Not Found', status: '404' });
    const ref = await test.call('GET /repos/acme/shop/contents/a?ref=nope');
    expect(ref.body.message).toBe('No commit found for the ref nope');
    const empty = await test.call('GET /repos/acme/empty/contents/a');
    expect(empty.body.message).toBe('This repository is empty.');
  });

  it('follows a symlink into the repository, and shows any other', async () => {
    const git = await test.sandbox.git.open({ id: String(test.shop.id) });
    const main = (await git.resolve({ expression: 'main' }))!.sha;
    const author = { name: 'A', email: 'a@b.c', date: new Date(0) };
    const tree = await git.writeTree({
      base: main,
      entries: [
        { path: 'src/inside', mode: '120000', content: '../README.md' },
        { path: 'outside', mode: '120000', content: '/etc/passwd' },
        { path: 'module', mode: '160000', sha: main },
        {
          path: '.gitmodules',
          mode: '100644',
          content:
            '[submodule "m"]\n\tpath = module\n\turl = https://x.example/m.git\n',
        },
      ],
    });
    const sha = await git.writeCommit({
      tree,
      parents: [main],
      author,
      committer: author,
      message: 'Links',
    });
    await git.updateRef({ ref: 'refs/heads/main', sha });

    const get = async (path: string) =>
      (await test.call(`GET /repos/acme/shop/contents/${path}`)).body;
    expect(await get('src/inside')).toMatchObject({ type: 'file', size: 7 });
    expect(await get('outside')).toMatchObject({
      type: 'symlink',
      target: '/etc/passwd',
    });
    expect(await get('module')).toMatchObject({
      type: 'submodule',
      submodule_git_url: 'https://x.example/m.git',
    });
  });
});

describe('writing', () => {
  it('makes, changes and deletes a file', async () => {
    const octokit = new Octokit({ baseUrl: test.url, auth: test.tokens.mel });
    const file = { owner: 'acme', repo: 'shop', path: 'a/b.txt' };
    const made = await octokit.rest.repos.createOrUpdateFileContents({
      ...file,
      message: 'Make',
      content: base64('one'),
    });
    expect(made.status).toBe(201);
    expect(made.data.content).toMatchObject({ path: 'a/b.txt', size: 3 });
    expect(made.data.commit).toMatchObject({
      message: 'Make',
      author: { name: 'mel', email: 'mel@acme.example' },
      committer: { name: 'GitHub', email: 'noreply@github.com' },
    });
    const changed = await octokit.rest.repos.createOrUpdateFileContents({
      ...file,
      message: 'Change',
      content: base64('two'),
      sha: made.data.content!.sha!,
    });
    expect(changed.status).toBe(200);
    await octokit.rest.repos.deleteFile({
      ...file,
      message: 'Delete',
      sha: changed.data.content!.sha!,
    });
    const gone = await test.call('GET /repos/acme/shop/contents/a/b.txt');
    expect(gone.status).toBe(404);
    const git = await test.sandbox.git.open({ id: String(test.shop.id) });
    expect(await fsck(git.directory)).toBe('');
  });

  it('wants to know what it replaces', async () => {
    const put = (more: object) =>
      test.call('PUT /repos/acme/shop/contents/README.md', {
        as: 'mel',
        body: { message: 'Change', content: base64('x'), ...more },
      });
    const without = await put({});
    expect(without.status).toBe(422);
    expect(without.body.message).toBe(
      'Invalid request.\n\n"sha" wasn\'t supplied.',
    );
    const wrong = await put({ sha: '0'.repeat(40) });
    expect(wrong.status).toBe(409);
    expect(wrong.body.message).toBe(
      `README.md does not match ${'0'.repeat(40)}`,
    );
    expect((await put({ branch: 'nope' })).body.message).toBe(
      'Branch nope not found',
    );
    expect((await put({ message: undefined })).status).toBe(422);
    expect((await put({ content: 'ä' })).status).toBe(422);
  });

  it('lets one of two win', async () => {
    const put = (content: string) =>
      test.call('PUT /repos/acme/shop/contents/new.txt', {
        as: 'mel',
        body: { message: 'New', content: base64(content) },
      });
    const answers = await Promise.all([put('a'), put('b')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('refuses paths that git does not take', async () => {
    const { status } = await test.call(
      'PUT /repos/acme/shop/contents/.git%2Fhooks',
      {
        as: 'mel',
        body: { message: 'Bad', content: '' },
      },
    );
    expect(status).toBe(422);
  });

  it('makes the first commit of an empty repository', async () => {
    const { status } = await test.call(
      'PUT /repos/acme/empty/contents/.gitkeep',
      {
        as: 'olivia',
        body: { message: 'Start', content: '' },
      },
    );
    expect(status).toBe(201);
    const { body } = await test.call('GET /repos/acme/empty');
    expect(body.size).toBeGreaterThan(0);
  });

  it('takes an author', async () => {
    const author = {
      name: 'Ann',
      email: 'ann@x.example',
      date: '2026-03-01T10:00:00+02:00',
    };
    const { body } = await test.call('PUT /repos/acme/shop/contents/a', {
      as: 'mel',
      body: { message: 'A', content: '', author },
    });
    expect(body.commit.author).toEqual({
      ...author,
      date: '2026-03-01T08:00:00Z',
    });
    expect(body.commit.committer.name).toBe('Ann');
  });

  it('keeps to the protection of a branch', async () => {
    test.shop.branchProtection.main = {
      required_status_checks: { strict: true, contexts: ['ci'] },
      required_pull_request_reviews: {},
    };
    const put = (as: 'mel' | 'olivia') =>
      test.call('PUT /repos/acme/shop/contents/a', {
        as,
        body: { message: 'A', content: '' },
      });
    const refused = await put('mel');
    expect(refused.status).toBe(409);
    expect(refused.body.message).toBe(
      'Could not create file: Changes must be made through a pull request. Required status check "ci" is expected.',
    );
    expect((await put('olivia')).status).toBe(201);
  });

  it('hides workflows from tokens that may not change them', async () => {
    const token = issueToken({
      sandbox: test.sandbox,
      kind: 'classic',
      values: { userId: test.mel.id, scopes: ['repo'] },
    }).secret;
    const put = (more: object) =>
      test.call('PUT /repos/acme/shop/contents/.github/workflows/ci.yml', {
        body: { message: 'CI', content: '' },
        ...more,
      });
    expect((await put({ token })).status).toBe(404);
    expect((await put({ as: 'mel' })).status).toBe(201);
  });
});
