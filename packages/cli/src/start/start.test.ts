import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { portalRoot } from '../config/portalRoot';
import { freePort } from '../testing/freePort';
import { signInAtSandbox } from '../testing/signInAtSandbox';
import {
  runCallboard,
  startTestPortal,
  temporaryFolder,
} from '../testing/runCallboard';

import {
  get,
  eventually,
  writeConfig,
  type TestPortal,
} from './__testUtils__/portals';

jest.setTimeout(120_000);

describe('the trial on SQLite', () => {
  let portal: TestPortal;
  let token: string;

  beforeAll(async () => {
    portal = await startTestPortal();
    token = await signInAtSandbox({
      portalUrl: portal.baseUrl,
      login: 'lena-fischer',
    });
  });
  afterAll(() => portal?.stop());

  it('is for this machine only, and so is its GitHub, and says so', async () => {
    const { hostname } = new URL(portal.url);
    expect(hostname).toBe('127.0.0.1');
    expect(portal.output()).toContain('This is a trial');
    expect(portal.output()).toMatch(/http:\/\/localhost:\d+\/copperbell/);
    expect((await get(portal, '/.backstage/health/v1/readiness')).status).toBe(
      200,
    );
  });

  it('ingests the example organisation', async () => {
    const count = async () => {
      const response = await get(
        portal,
        '/api/catalog/entity-facets?facet=kind',
        token,
      );
      const { facets } = await response.json();
      return facets.kind.reduce(
        (sum: number, { count: n }: { count: number }) => sum + n,
        0,
      );
    };
    expect(await eventually(count, n => n >= 95)).toBeGreaterThanOrEqual(95);
  });

  it('lets nobody read without a sign-in', async () => {
    expect((await get(portal, '/api/catalog/entities')).status).toBe(401);
  });

  it('serves a page that stays on this host over http', async () => {
    const response = await get(portal, '/');
    const policy = response.headers.get('content-security-policy')!;
    expect(response.status).toBe(200);
    expect(policy).not.toContain('upgrade-insecure-requests');
    // Runs of workflows are read with the viewer's own session, straight from GitHub, here from the sandbox.
    const hosts = policy.match(/https?:[^ ;]+/g) ?? [];
    expect(hosts.every(host => host.startsWith('http://localhost:'))).toBe(
      true,
    );
  });

  it('answers every feature', async () => {
    for (const url of [
      '/api/scaffolder/v2/actions',
      '/api/search/query?term=a',
      '/api/notifications/notifications',
      '/api/user-settings/buckets/b/keys/k',
    ]) {
      const { status } = await get(portal, url, token);
      expect([url, status < 500 && status !== 401]).toEqual([url, true]);
    }
  });
});

it('goes on when nobody reads its output any more', async () => {
  const port = await freePort();
  const data = await temporaryFolder();
  const args = ['start', '--no-frontend', '--verbose', '--log', 'text'];
  const child = spawn(
    process.execPath,
    [
      path.join(portalRoot, 'bin', 'callboard'),
      ...args,
      ...['--port', `${port}`, '--data', data],
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  try {
    await once(child.stdout, 'data');
    child.stdout.destroy();
    child.stderr.destroy();
    const answers = () =>
      fetch(`http://127.0.0.1:${port}/.backstage/health/v1/readiness`).then(
        ({ ok }) => ok,
        () => false,
      );
    expect(await eventually(answers, ok => ok)).toBe(true);
    const log = await fs.readFile(
      path.join(data, 'logs', 'callboard.log'),
      'utf8',
    );
    expect(log).not.toContain('EPIPE');
  } finally {
    child.kill('SIGTERM');
    await once(child, 'close');
  }
});

describe('what keeps a portal from starting', () => {
  it('is reported all at once, with status 78, and leaves nothing behind', async () => {
    const occupied = http.createServer();
    occupied.listen(0, '127.0.0.1');
    await once(occupied, 'listening');
    const { port } = occupied.address() as AddressInfo;
    const file = path.join(await temporaryFolder(), 'a-file');
    await fs.writeFile(file, '');

    const run = runCallboard([
      'start',
      '--port',
      `${port}`,
      '--data',
      path.join(file, 'data'),
    ]);
    expect(await run.ended).toBe(78);
    expect(run.output()).toContain('Callboard cannot start: 2 problems');
    expect(run.output()).toContain(`port ${port} is in use`);
    expect(run.output()).toContain('the data directory cannot be written');
    occupied.close();
  });

  it('names file, line and key of a configuration that breaks the schema', async () => {
    const folder = await temporaryFolder();
    const config = path.join(folder, 'bad.yaml');
    await fs.writeFile(
      config,
      'app:\n  title: Ours\nbackend:\n  baseUrl:\n    - secret-value\n  listen: true\n',
    );
    const run = runCallboard([
      'start',
      '--data',
      path.join(folder, 'data'),
      '--config',
      config,
    ]);
    expect(await run.ended).toBe(78);
    expect(run.output()).toContain('bad.yaml:5:5');
    expect(run.output()).toContain('backend.baseUrl must be string');
    expect(run.output()).not.toContain('secret-value');
    await expect(fs.access(path.join(folder, 'data'))).rejects.toThrow();
  });

  it('is a base URL that is none', async () => {
    const run = runCallboard(['start', '--data', await temporaryFolder()], {
      env: { CALLBOARD_BASE_URL: 'portal.example.com' },
    });
    expect(await run.ended).toBe(78);
    expect(run.output()).toContain('the base URL is not a URL');
    expect(run.output()).toContain('where: CALLBOARD_BASE_URL');
  });

  it('is a PostgreSQL that does not answer, told once and without the password', async () => {
    const config = await writeConfig({
      backend: {
        database: {
          client: 'pg',
          connection: {
            host: '127.0.0.1',
            port: 1,
            user: 'portal',
            password: 'hunter2',
          },
        },
      },
      permission: { callboard: { admins: ['jane'] } },
    });
    const run = runCallboard(
      ['start', '--data', await temporaryFolder(), '--config', config],
      { env: { PORT: '7199' } },
    );
    expect(await run.ended).toBe(78);
    expect(run.output()).toContain('PostgreSQL cannot be reached');
    expect(run.output()).toContain("'jane' does not name an operator");
    expect(run.output()).toContain('2 problems');
    expect(run.output()).not.toContain('hunter2');
  });

  it('is a PORT that is none', async () => {
    const run = runCallboard(['start'], { env: { PORT: 'abc' } });
    expect(await run.ended).toBe(78);
    expect(run.output()).toContain('the variable PORT is not a port: abc');
  });

  it('is another portal on the same data directory', async () => {
    const first = await startTestPortal();
    const second = runCallboard([
      'start',
      '--port',
      '7197',
      '--data',
      first.data,
    ]);
    expect(await second.ended).toBe(78);
    expect(second.output()).toContain('in use by another portal');
    const { mode } = await fs.stat(
      path.join(first.data, 'databases', 'auth.sqlite'),
    );
    // Signing keys are for the portal's own user alone.
    expect((mode % 0o1000).toString(8)).toBe('600');
    await first.stop();
  });

  it.each([['start', '--port', 'many'], ['start', '--unknown'], ['strat']])(
    'is a wrong usage, with status 2: %s %s',
    async (...args) => {
      const run = runCallboard(args.filter(Boolean));
      expect(await run.ended).toBe(2);
    },
  );
});
