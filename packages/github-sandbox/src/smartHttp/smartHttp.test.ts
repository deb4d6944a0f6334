import { gzipSync } from 'node:zlib';
import { git } from '../git/__testUtils__/runClient';
import { stopCleanly } from '../testing/stopCleanly';
import { startGitTest } from './__testUtils__/startGitTest';

let test: Awaited<ReturnType<typeof startGitTest>>;

beforeEach(async () => {
  test = await startGitTest();
});
afterEach(() => stopCleanly(test));

describe('reading', () => {
  it('clones a public repository without a credential, with and without .git', async () => {
    const clone = await test.clone({ repository: 'acme/shop' });
    expect(await git(clone, 'log', '--format=%s')).toBe('First commit');
    const { code } = await test.run(
      test.folder,
      'ls-remote',
      `${test.url}/acme/shop`,
    );
    expect(code).toBe(0);
  });

  it('clones a private repository with a token alone', async () => {
    const clone = await test.clone({ repository: 'acme/vault', as: 'olivia' });
    expect(await git(clone, 'rev-parse', '--abbrev-ref', 'HEAD')).toBe('main');
  });

  it('asks for a credential where there is none, whether or not the repository exists', async () => {
    for (const name of ['vault', 'nothing']) {
      const answer = await fetch(
        `${test.url}/acme/${name}.git/info/refs?service=git-upload-pack`,
      );
      expect(answer.status).toBe(401);
      expect(answer.headers.get('www-authenticate')).toBe(
        'Basic realm="GitHub"',
      );
    }
  });

  it('hides a private repository from others', async () => {
    const { errors } = await test.run(
      test.folder,
      'ls-remote',
      test.remote({ repository: 'acme/vault', as: 'oscar' }),
    );
    expect(errors).toMatch(/Repository not found/);
  });

  it('refuses unknown tokens', async () => {
    const { errors } = await test.run(
      test.folder,
      'ls-remote',
      test.remote({ repository: 'acme/vault', as: 'ghp_unknown' }),
    );
    expect(errors).toMatch(/Authentication failed|Invalid username or token/);
  });

  it('leads from an old name to the new one', async () => {
    await test.call('PATCH /repos/acme/shop', {
      as: 'olivia',
      body: { name: 'store' },
    });
    const clone = await test.clone({ repository: 'acme/shop' });
    expect(await git(clone, 'log', '--format=%s')).toBe('First commit');
  });

  it('takes requests that are packed with gzip', async () => {
    const { body } = await test.call('GET /repos/acme/shop/commits/main');
    const line = (text: string) =>
      `${(text.length + 4).toString(16).padStart(4, '0')}${text}`;
    const answer = await fetch(`${test.url}/acme/shop.git/git-upload-pack`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-git-upload-pack-request',
        'content-encoding': 'gzip',
      },
      body: gzipSync(`${line(`want ${body.sha}\n`)}0000${line('done\n')}`),
    });
    const pack = Buffer.from(await answer.arrayBuffer());
    expect(pack.subarray(0, 12).toString()).toBe('0008NAK\nPACK');
  });

  it('refuses clients that do not speak smart HTTP', async () => {
    const answer = await fetch(`${test.url}/acme/shop.git/info/refs`);
    expect(answer.status).toBe(403);
  });

  it('makes a shallow clone and one without blobs', async () => {
    const remote = test.remote({ repository: 'acme/shop' });
    await git(test.folder, 'clone', '-q', '--depth=1', remote, 'shallow');
    await git(test.folder, 'clone', '-q', '--filter=blob:none', remote, 'thin');
    expect(
      await git(`${test.folder}/shallow`, 'rev-list', '--count', 'HEAD'),
    ).toBe('1');
    expect(await git(`${test.folder}/thin`, 'show', 'HEAD:README.md')).toBe(
      '# Shop',
    );
  });
});

describe('single sign-on', () => {
  it('is demanded of tokens without it', async () => {
    test.organisation.samlEnforced = true;
    const { errors } = await test.run(
      test.folder,
      'ls-remote',
      test.remote({ repository: 'acme/vault', as: 'olivia' }),
    );
    expect(errors).toContain(
      "The 'acme' organization has enabled or enforced SAML SSO.",
    );
  });
});

describe('wikis', () => {
  it('come into being with the first push, and tell of their pages', async () => {
    const { errors } = await test.run(
      test.folder,
      'clone',
      test.remote({ repository: 'acme/shop.wiki', as: 'mel' }),
      'missing',
    );
    expect(errors).toContain('Repository not found');

    const clone = await test.clone({ repository: 'acme/empty', as: 'mel' });
    await git(clone, 'checkout', '-q', '-b', 'master');
    await test.commit({ clone, file: 'Home.md', content: '# Home' });
    await git(
      clone,
      'push',
      '-q',
      test.remote({ repository: 'acme/shop.wiki', as: 'mel' }),
      'master',
    );
    const wiki = await test.clone({ repository: 'acme/shop.wiki', as: 'mel' });
    expect(await git(wiki, 'show', 'HEAD:Home.md')).toBe('# Home');
    await test.sandbox.settled();
    expect(test.events).toEqual([
      expect.objectContaining({
        name: 'gollum',
        pages: [expect.objectContaining({ name: 'Home', action: 'created' })],
      }),
    ]);
  });
});

it.each([
  [
    'what is no gzip',
    Buffer.from('not zipped'),
    { 'content-encoding': 'gzip' },
  ],
  ['an empty body', Buffer.alloc(0), {}],
])('answers 400 for %s', async (_name, body, headers) => {
  const answer = await fetch(`${test.url}/acme/shop.git/git-upload-pack`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/x-git-upload-pack-request',
      ...headers,
    },
  });
  expect(answer.status).toBe(400);
});
