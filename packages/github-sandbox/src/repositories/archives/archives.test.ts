import { execFileSync } from 'node:child_process';
import { stopCleanly } from '../../testing/stopCleanly';
import { startTestSandbox } from '../../testing/startTestSandbox';

let test: Awaited<ReturnType<typeof startTestSandbox>>;

beforeEach(async () => {
  test = await startTestSandbox();
});
afterEach(() => stopCleanly(test));

async function names(response: Response): Promise<string[]> {
  const input = Buffer.from(await response.arrayBuffer());
  return execFileSync('tar', ['-tzf', '-'], { input })
    .toString()
    .trim()
    .split('\n');
}

describe('archives', () => {
  it('are tarballs with one folder, named after the commit', async () => {
    const { body } = await test.call('GET /repos/acme/shop/commits/main');
    const folder = `acme-shop-${body.sha.slice(0, 7)}`;
    for (const path of [
      'tarball/main',
      'tarball/',
      'tarball',
      `tarball/${body.sha}`,
    ]) {
      const response = await fetch(
        `${test.url}/api/v3/repos/acme/shop/${path}`,
      );
      expect(response.headers.get('content-disposition')).toBe(
        `attachment; filename=${folder}.tar.gz`,
      );
      expect(await names(response)).toEqual([
        `${folder}/`,
        `${folder}/README.md`,
        `${folder}/src/`,
        `${folder}/src/index.ts`,
      ]);
    }
  });

  it('of private repositories are reached by an address that ends', async () => {
    const { status, headers } = await test.call(
      'GET /repos/acme/vault/tarball/main',
      { as: 'olivia' },
    );
    expect(status).toBe(302);
    const location = headers.get('location')!;
    expect((await fetch(location)).status).toBe(200);
    const other = location.replace(/main\?/, 'refs/heads/main?');
    expect((await fetch(other)).status).toBe(404);
    expect((await fetch(location.split('?')[0])).status).toBe(404);
    test.sandbox.clock.advance({ ms: 6 * 60 * 1000 });
    expect((await fetch(location)).status).toBe(404);
    // Nothing of the token is in the log.
    const token = new URL(location).searchParams.get('token')!;
    expect(JSON.stringify(test.sandbox.requests.all())).not.toContain(token);
  });

  it('are zip files, and links of the web', async () => {
    const zip = await fetch(`${test.url}/repos/acme/shop/zipball/main`);
    expect(zip.headers.get('content-type')).toBe('application/zip');
    expect(
      Buffer.from(await zip.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const web = await fetch(
      `${test.url}/acme/shop/archive/refs/heads/main.tar.gz`,
    );
    expect((await names(web))[0]).toBe('shop-main/');
  });

  it('are not made of what is not there', async () => {
    const missing = await test.call('GET /repos/acme/shop/tarball/nope');
    expect(missing.status).toBe(404);
    const hidden = await fetch(`${test.url}/_codeload/acme/vault/zip/main`);
    expect(hidden.status).toBe(404);
  });
});
