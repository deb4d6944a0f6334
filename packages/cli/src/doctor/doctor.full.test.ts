import fs from 'node:fs';
import path from 'node:path';
import type { CheckResult } from '@callboard/plugin-connections-common';
import { stringify } from 'yaml';
import { localKeyFile } from '../localKeys/localKey';
import { freePort } from '../testing/freePort';
import {
  runCallboard,
  startTestPortal,
  temporaryFolder,
} from '../testing/runCallboard';

jest.setTimeout(120_000);

const GROUPS = [
  'configuration',
  'database',
  'connections',
  'sign-in',
  'catalog',
  'plugins',
];
const OWN_KEY = 'key-of-the-operator-0123456789';

async function run(args: string[], env: Record<string, string> = {}) {
  const command = runCallboard(['doctor', ...args], { env });
  const status = await command.ended;
  return { status, stdout: command.stdout(), stderr: command.stderr() };
}

async function writeConfig(content: object) {
  const file = path.join(await temporaryFolder(), 'config.yaml');
  fs.writeFileSync(file, stringify(content));
  return file;
}

const wrong = (rows: CheckResult[]) =>
  rows
    .filter(({ status }) => status === 'fail')
    .map(({ check, cause }) => `${check}: ${cause}`);

describe('beside a portal that runs', () => {
  let portal: Awaited<ReturnType<typeof startTestPortal>>;
  let key: string;
  let args: string[];
  const sandboxPort = freePort();

  beforeAll(async () => {
    const config = await writeConfig({
      backend: {
        auth: {
          externalAccess: [
            { type: 'static', options: { token: OWN_KEY, subject: 'own' } },
          ],
        },
      },
    });
    portal = await startTestPortal({
      args: ['--no-frontend', '--config', config],
      env: { CALLBOARD_SANDBOX_PORT: `${await sandboxPort}` },
    });
    key = fs
      .readFileSync(localKeyFile({ data: portal.data, user: 'doctor' }), 'utf8')
      .trim();
    const { port } = new URL(portal.url);
    args = ['--port', port, '--data', portal.data, '--config', config];
  });
  afterAll(() => portal?.stop());

  const doctor = async (...more: string[]) =>
    run([...args, ...more], { CALLBOARD_SANDBOX_PORT: `${await sandboxPort}` });

  it('asks it, and finds a trial to be well', async () => {
    const { status, stdout, stderr } = await doctor('--json');
    const rows: CheckResult[] = JSON.parse(stdout);
    expect(wrong(rows)).toEqual([]);
    expect(status).toBe(0);
    expect(new Set(rows.map(({ check }) => check)).size).toBe(rows.length);
    expect(stderr).not.toContain('Error');
    expect(rows.find(({ id }) => id === 'portal')).toMatchObject({
      status: 'pass',
      cause: `asked the portal at ${portal.url}`,
    });
    for (const row of rows) {
      expect(GROUPS).toContain(row.group);
      expect(row).toEqual(
        expect.objectContaining({
          check: expect.stringMatching(/./),
          status: expect.stringMatching(/^(pass|warn|fail)$/),
          cause: expect.stringMatching(/./),
          remedy: expect.any(String),
        }),
      );
    }
    expect(new Set(rows.map(({ group }) => group))).toEqual(new Set(GROUPS));
    // Since when something is so is what only the portal knows.
    expect(rows.filter(({ since }) => since).length).toBeGreaterThan(5);
  });

  it('prints it for people', async () => {
    const { status, stdout } = await doctor();
    expect(status).toBe(0);
    expect(stdout).toContain(`Asked the portal at ${portal.url}.`);
    expect(stdout).toMatch(
      /\nNothing to mend: \d+ checks passed, \d+ warnings?\.\n$/,
    );
    // No colours but on a terminal.
    expect(stdout).not.toContain('\u001b');
  });

  it('has a key that opens the facts and nothing else', async () => {
    const ask = async (route: string, bearer: string) => {
      const [method, target] = route.split(' ');
      const { status } = await fetch(`${portal.url}${target}`, {
        method,
        headers: {
          authorization: `Bearer ${bearer}`,
          'content-type': 'application/json',
        },
        body: method === 'POST' ? '{}' : undefined,
      });
      return status;
    };
    expect(await ask('GET /api/connections', key)).toBe(200);
    expect(await ask('GET /api/connections', 'another-key')).toBe(401);
    const refused = [
      'POST /api/connections/checks/run',
      'POST /api/connections/apps',
      'POST /api/connections/github.com/rotate',
      'GET /api/catalog/entities',
      'GET /api/scaffolder/v2/actions',
      'GET /api/search/query?term=a',
      'GET /api/devtools/config',
      'GET /api/user-settings',
      'GET /api/notifications',
      'GET /api/techdocs/static/docs',
    ];
    const statuses = await Promise.all(
      refused.map(async route => `${route}: ${await ask(route, key)}`),
    );
    expect(statuses.filter(line => !/: (401|403)$/.test(line))).toEqual([]);
    // That of the operator is none the worse for it.
    expect(await ask('GET /api/catalog/entities', OWN_KEY)).toBe(200);
  });

  it('shows its key nowhere', async () => {
    const print = runCallboard(['config', 'print', ...args.slice(2)]);
    expect(await print.ended).toBe(0);
    const log = fs.readFileSync(
      path.join(portal.data, 'logs', 'callboard.log'),
      'utf8',
    );
    const { stdout, stderr } = await doctor('--json');
    for (const text of [print.output(), log, portal.output(), stdout, stderr]) {
      expect(text).not.toContain(key);
    }
    expect(print.output()).not.toContain('callboard-doctor');
  });

  it('says that it was not asked when the data directory is another one', async () => {
    const other = await temporaryFolder();
    const { stdout } = await doctor('--data', other);
    expect(stdout).toContain(
      'could not be asked, and nothing was started here',
    );
    expect(stdout).toContain('started with another data directory');
    expect(stdout).not.toContain('FAIL');
    expect(fs.readdirSync(other)).toEqual([]);
  });
});

describe('without a portal', () => {
  it('finds a trial that was never started to be well, and leaves nothing behind', async () => {
    const data = path.join(await temporaryFolder(), 'data');
    const port = await freePort();
    const { status, stdout } = await run(
      ['--json', '--port', `${port}`, '--data', data],
      { CALLBOARD_SANDBOX_PORT: `${await freePort()}` },
    );
    const rows: CheckResult[] = JSON.parse(stdout);
    expect(wrong(rows)).toEqual([]);
    expect(status).toBe(0);
    expect(rows.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['portal', 'not-started', 'data-directory']),
    );
    expect(fs.existsSync(data)).toBe(false);
  });

  it('has the problems of a configuration that cannot start a portal', async () => {
    const { status, stdout } = await run([
      '--json',
      '--presets',
      'github,github-auth',
    ]);
    expect(status).toBe(78);
    const rows: CheckResult[] = JSON.parse(stdout);
    expect(
      rows.filter(({ status: is }) => is === 'fail').length,
    ).toBeGreaterThan(2);
    expect(JSON.stringify(rows)).toContain('GITHUB_ORG');
  });

  it.each([['--port', 'many'], ['--unknown'], ['github']])(
    'is a wrong usage, with status 2: %s %s',
    async (...args) => {
      expect((await run(args.filter(Boolean))).status).toBe(2);
    },
  );

  it('explains itself', async () => {
    const { status, stdout } = await run(['--help']);
    expect(status).toBe(0);
    expect(stdout).toContain('Exit status: 0 all well');
    expect(stdout).toContain('Examples:');
  });
});
