import { stopCleanly } from '../../testing/stopCleanly';
import { startTestSandbox } from '../../testing/startTestSandbox';

let test: Awaited<ReturnType<typeof startTestSandbox>>;

beforeEach(async () => {
  test = await startTestSandbox();
});
afterEach(() => stopCleanly(test));

async function write(options: {
  file: string;
  as?: 'olivia' | 'mel';
  repository?: string;
  branch?: string;
}): Promise<string> {
  const { file, as = 'mel', repository = 'acme/shop', branch } = options;
  test.sandbox.clock.advance({ ms: 60_000 });
  const { body } = await test.call(
    `PUT /repos/${repository}/contents/${file}`,
    {
      as,
      body: { message: `Add ${file}`, content: 'eAo=', branch },
    },
  );
  return body.commit.sha;
}

const messages = (commits: Array<{ commit: { message: string } }>) =>
  commits.map(({ commit }) => commit.message);
const list = async (query: string) =>
  (await test.call(`GET /repos/acme/shop/commits?${query}`)).body;

describe('the list of commits', () => {
  it('is filtered by path, author, time and start', async () => {
    await write({ file: 'a/x' });
    const second = await write({ file: 'b/x', as: 'olivia' });
    const since = test.sandbox.clock.iso();
    await write({ file: 'a/y' });

    expect(messages(await list(''))).toEqual([
      'Add a/y',
      'Add b/x',
      'Add a/x',
      'First commit',
    ]);
    expect(messages(await list('path=a'))).toEqual(['Add a/y', 'Add a/x']);
    expect(messages(await list('author=olivia'))).toEqual([
      'Add b/x',
      'First commit',
    ]);
    expect(messages(await list('author=mel@acme.example&path=a/x'))).toEqual([
      'Add a/x',
    ]);
    expect(messages(await list(`sha=${second}&per_page=1`))).toEqual([
      'Add b/x',
    ]);
    expect(messages(await list(`since=${since}`))).toEqual([
      'Add a/y',
      'Add b/x',
    ]);
  });

  it('is paged to its end', async () => {
    await write({ file: 'a' });
    await write({ file: 'b' });
    const { headers, body } = await test.call(
      'GET /repos/acme/shop/commits?per_page=2&sha=main',
    );
    expect(messages(body)).toEqual(['Add b', 'Add a']);
    expect(headers.get('link')).toMatch(
      /page=2>; rel="next".*page=2>; rel="last"/,
    );
    expect(messages(await list('per_page=2&page=2'))).toEqual(['First commit']);
  });

  it('links authors to people', async () => {
    await write({ file: 'a' });
    const [commit] = await list('per_page=1');
    expect(commit).toMatchObject({
      author: { login: 'mel' },
      committer: null,
      commit: {
        committer: { name: 'GitHub' },
        verification: { reason: 'unsigned' },
      },
    });
  });
});

describe('one commit', () => {
  it('has its files, statistics and other forms', async () => {
    const sha = await write({ file: 'a.txt', branch: 'main' });
    const get = (accept?: string) =>
      test.call('GET /repos/acme/shop/commits/main', {
        headers: accept ? { accept } : {},
      });
    const { body } = await get();
    expect(body).toMatchObject({
      sha,
      stats: { additions: 1, deletions: 0, total: 1 },
      files: [
        { filename: 'a.txt', status: 'added', patch: '@@ -0,0 +1 @@\n+x' },
      ],
    });
    expect((await get('application/vnd.github.sha')).text).toBe(sha);
    expect((await get('application/vnd.github.v3.diff')).text).toContain(
      'diff --git a/a.txt b/a.txt',
    );
    expect((await get('application/vnd.github.patch')).text).toContain(
      'Subject: [PATCH] Add a.txt',
    );
    const raw = await fetch(body.files[0].raw_url);
    expect(await raw.text()).toBe('x\n');
  });

  it('pages its files', async () => {
    const { body, headers } = await test.call(
      'GET /repos/acme/shop/commits/main?per_page=1&page=2',
    );
    expect(body.files).toHaveLength(1);
    expect(body.files[0].filename).toBe('src/index.ts');
    expect(headers.get('link')).toContain('rel="prev"');
  });

  it('is found by a branch with a slash, and by an abbreviation', async () => {
    const sha = await write({ file: 'a' });
    await test.call('POST /repos/acme/shop/git/refs', {
      as: 'mel',
      body: { ref: 'refs/heads/feature/x', sha },
    });
    for (const name of [
      'feature/x',
      'feature%2Fx',
      'heads/feature/x',
      sha.slice(0, 7),
    ]) {
      const { body } = await test.call(`GET /repos/acme/shop/commits/${name}`);
      expect(body.sha).toBe(sha);
    }
    const missing = await test.call('GET /repos/acme/shop/commits/nope');
    expect(missing.status).toBe(422);
    expect(missing.body.message).toBe('No commit found for SHA: nope');
  });
});

describe('a comparison', () => {
  it('says how far two are apart', async () => {
    const first = (await list(''))[0].sha;
    await test.call('POST /repos/acme/shop/git/refs', {
      as: 'mel',
      body: { ref: 'refs/heads/feature/x', sha: first },
    });
    await write({ file: 'ours', branch: 'feature/x' });
    const compare = async (range: string) =>
      (await test.call(`GET /repos/acme/shop/compare/${range}`)).body;
    expect(await compare('main...feature/x')).toMatchObject({
      status: 'ahead',
      ahead_by: 1,
      behind_by: 0,
      merge_base_commit: { sha: first },
      commits: [{ commit: { message: 'Add ours' } }],
      files: [{ filename: 'ours' }],
    });
    await write({ file: 'theirs' });
    expect(await compare('main...feature%2Fx')).toMatchObject({
      status: 'diverged',
      ahead_by: 1,
      behind_by: 1,
      files: [{ filename: 'ours' }],
    });
    expect(await compare('main...main')).toMatchObject({ status: 'identical' });
    const missing = await test.call('GET /repos/acme/shop/compare/main...nope');
    expect(missing.status).toBe(404);
    const diff = await test.call(
      'GET /repos/acme/shop/compare/main...feature/x',
      {
        headers: { accept: 'application/vnd.github.diff' },
      },
    );
    expect(diff.text).toContain('+++ b/ours');
  });

  it('reaches into forks, as far as the viewer may', async () => {
    await test.call('POST /repos/acme/shop/forks', { as: 'mel', body: {} });
    await write({ file: 'forked', repository: 'mel/shop' });
    const compare = () =>
      test.call('GET /repos/acme/shop/compare/main...mel:main', {
        as: 'oscar',
      });
    expect((await compare()).body).toMatchObject({
      status: 'ahead',
      files: [{ filename: 'forked' }],
    });
    await test.call('PATCH /repos/mel/shop', {
      as: 'mel',
      body: { private: true },
    });
    expect((await compare()).status).toBe(404);
  });
});
