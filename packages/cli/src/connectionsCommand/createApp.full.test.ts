import fs from 'node:fs/promises';
import path from 'node:path';
import { portalRoot } from '../config/portalRoot';
import { runCallboard, temporaryFolder } from '../testing/runCallboard';
import { startGithub } from './__testUtils__/startGithub';

jest.setTimeout(120_000);

let github: Awaited<ReturnType<typeof startGithub>>;
beforeAll(async () => {
  github = await startGithub();
});
afterAll(() => github?.stop());

it('prints nothing but JSON on stdout with --json', async () => {
  const portal = await github.openPortal();
  const run = portal.create('--json', '--features', 'reading-files');
  await run.waitFor('3. Paste the address');
  run.type(await github.sayYes(portal.page));
  expect(await run.ended).toBe(0);
  expect(JSON.parse(run.stdout())).toMatchObject({
    keep: 'store',
    file: portal.stored,
    next: [expect.stringContaining('Install it'), expect.any(String)],
  });
});

it('has GitHub return to a portal on another port', async () => {
  const portal = await github.openPortal();
  const run = portal.create('--port', '7311', '--host', github.host);
  await run.waitFor('3. Paste the address');
  const returns = 'http://localhost:7311/connections/app-created';
  expect(run.stdout()).toContain(`It sends the browser to ${returns}`);
  expect(await fs.readFile(portal.page, 'utf8')).toContain(returns);
  run.type();
  expect(await run.ended).toBe(1);
});

it('prints what its page in the documentation shows', async () => {
  const page = await fs.readFile(
    path.join(portalRoot, 'docs', 'connections', 'create-app.md'),
    'utf8',
  );
  const [, command, shown] =
    /\$ bin\/callboard (connections create-app.*)\n([^]*?)\n```/.exec(page)!;
  const data = await temporaryFolder();
  const run = runCallboard([...command.split(' '), '--data', data], {
    env: {
      CALLBOARD_BASE_URL: 'https://portal.example.com',
      GITHUB_ORG: 'acme',
    },
  });
  run.type();
  await run.ended;
  expect(run.stdout().trim().replaceAll(data, '/var/lib/callboard')).toBe(
    shown.trim(),
  );
});

it("does not take somebody else's address", async () => {
  const portal = await github.openPortal();
  const other = await github.openPortal();
  const runs = [portal.create(), other.create()];
  await Promise.all(runs.map(run => run.waitFor('3. Paste the address')));
  const address = await github.sayYes(other.page);
  runs[0].type(address);
  expect(await runs[0].ended).toBe(1);
  expect(runs[0].stderr()).toContain('did not begin to create this App');
  // The code is still good for the one whose it is.
  runs[1].type(address);
  expect(await runs[1].ended).toBe(0);
});

describe('what cannot be', () => {
  it.each<[string, string[], number, RegExp]>([
    [
      'a GitHub that is not configured',
      ['--host', 'elsewhere.example.com'],
      2,
      /connected to no GitHub named 'elsewhere.example.com'/,
    ],
    [
      'a name of an organisation that is none',
      ['--organization', 'a/b'],
      2,
      /name of the organisation/,
    ],
    [
      'an address without a code',
      ['--code', 'https://x.example.com'],
      2,
      /no code=/,
    ],
    [
      'an option that there is not',
      ['--organisation', 'x'],
      2,
      /unknown option/,
    ],
    [
      'a code when nothing was begun',
      ['--code', 'https://x.example.com?code=abc&state=s-1'],
      1,
      /did not begin to create this App/,
    ],
    ['a port that is none', ['--port', 'many'], 2, /number from 1 to 65535/],
    ['a code alone', ['--code', 'abc'], 2, /no address/],
    [
      'an address without a state',
      ['--code', 'https://x.example.com?code=abc'],
      2,
      /no state=/,
    ],
  ])('is told in words: %s', async (_, args, status, text) => {
    const portal = await github.openPortal();
    const run = portal.create(...args);
    expect(await run.ended).toBe(status);
    expect(run.stderr()).toMatch(text);
    expect(run.stdout()).toBe('');
  });

  it.each([
    ['--features', 'nosuch', 'There is no feature nosuch'],
    ['--organization', 'bad org', 'name of the organisation'],
  ])(
    'is a faulty %s, before one of several GitHubs has to be chosen',
    async (option, value, text) => {
      const portal = await github.openPortal({
        integrations: {
          github: [{ host: github.host }, { host: 'ghe.acme.example' }],
        },
      });
      const run = portal.create(option, value);
      expect(await run.ended).toBe(2);
      expect(run.stderr()).toContain(text);
      expect(run.stderr()).not.toContain('GitHubs');
    },
  );

  it('is a configuration that cannot be read', async () => {
    const file = path.join(await temporaryFolder(), 'broken.yaml');
    await fs.writeFile(file, 'a: [');
    const run = runCallboard(['connections', 'create-app', '--config', file]);
    expect(await run.ended).toBe(78);
    expect(run.stderr()).toContain('is not valid YAML');
  });

  it('is an organisation that is one of several', async () => {
    const portal = await github.openPortal({
      catalog: {
        providers: {
          github: {
            a: { host: github.host, organization: 'copperbell' },
            b: { host: github.host, organization: 'umbrella' },
          },
        },
      },
    });
    const run = portal.create();
    expect(await run.ended).toBe(2);
    expect(run.stderr()).toContain('copperbell, umbrella');
  });
});
