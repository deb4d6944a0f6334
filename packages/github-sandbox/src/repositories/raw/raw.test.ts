import { stopCleanly } from '../../testing/stopCleanly';
import { startTestSandbox } from '../../testing/startTestSandbox';

let test: Awaited<ReturnType<typeof startTestSandbox>>;

beforeEach(async () => {
  test = await startTestSandbox({
    files: {
      'README.md': '# Shop\n',
      'docs/a b.md': 'Text\n',
      'page.html': '<script>alert(1)</script>',
    },
  });
});
afterEach(() => stopCleanly(test));

const raw = (path: string, headers?: Record<string, string>) =>
  fetch(`${test.url}${path}`, { headers });

describe('raw files', () => {
  it('are served as they are, under both addresses', async () => {
    const direct = await raw('/raw/acme/shop/main/docs/a%20b.md');
    expect(await direct.text()).toBe('Text\n');
    expect(direct.headers.get('access-control-allow-origin')).toBe('*');
    const web = await raw('/acme/shop/raw/main/docs/a%20b.md');
    expect(await web.text()).toBe('Text\n');
    const full = await raw('/raw/acme/shop/refs/heads/main/README.md');
    expect(await full.text()).toBe('# Shop\n');
  });

  it('are found on branches with slashes', async () => {
    const { body } = await test.call('GET /repos/acme/shop/commits/main');
    await test.call('POST /repos/acme/shop/git/refs', {
      as: 'mel',
      body: { ref: 'refs/heads/feature/x/y', sha: body.sha },
    });
    expect((await raw('/raw/acme/shop/feature/x/y/README.md')).status).toBe(
      200,
    );
    expect((await raw(`/raw/acme/shop/${body.sha}/README.md`)).status).toBe(
      200,
    );
  });

  it('are not run by a browser', async () => {
    const { headers } = await raw('/raw/acme/shop/main/page.html');
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('are not sent again', async () => {
    const first = await raw('/raw/acme/shop/main/README.md');
    const again = await raw('/raw/acme/shop/main/README.md', {
      'if-none-match': first.headers.get('etag')!,
    });
    expect(again.status).toBe(304);
  });

  it('of private repositories need a token, of the header or of the address', async () => {
    const path = '/raw/acme/vault/main/README.md';
    expect((await raw(path)).status).toBe(404);
    const as = (login: 'olivia' | 'oscar') =>
      raw(path, { authorization: `token ${test.tokens[login]}` });
    expect((await as('olivia')).status).toBe(200);
    expect((await as('oscar')).status).toBe(404);

    const { body } = await test.call(
      'GET /repos/acme/vault/contents/README.md',
      {
        as: 'olivia',
      },
    );
    expect((await fetch(body.download_url)).status).toBe(200);
    const other = body.download_url.replace('README.md', 'page.html');
    expect((await fetch(other)).status).toBe(404);
    test.sandbox.clock.advance({ ms: 6 * 60 * 1000 });
    expect((await fetch(body.download_url)).status).toBe(404);
  });

  it('are missing where there is no file', async () => {
    for (const path of [
      'nope/README.md',
      'main/nope',
      'main/docs',
      'main',
      'main/%ff',
    ]) {
      expect((await raw(`/raw/acme/shop/${path}`)).status).toBe(404);
    }
  });
});
