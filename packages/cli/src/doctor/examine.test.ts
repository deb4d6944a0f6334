import fs from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { JsonObject } from '@backstage/types';
import { keepLocalKey, localKeyFile } from '../localKeys/localKey';
import { createSandboxAccess } from '../sandbox/createSandboxAccess';
import { keepSandboxAccess } from '../sandbox/readSandboxAccess';
import { createEnvironment } from '../testing/createEnvironment';
import { freePort } from '../testing/freePort';
import { shippedRoot } from '../testing/shippedRoot';
import { createRow } from './__testUtils__/createRow';
import { examine } from './examine';
import { exitStatusOf } from './exitStatusOf';
import type { Inspect } from './here/Inspection';

// Each reads the schema of the configuration, which takes seconds on a busy machine.
jest.setTimeout(60_000);

const CHECK = createRow({ id: 'a-check', cause: 'found here' });
const OVERVIEW = { checks: [CHECK], hosts: [], systems: [] };

let root: string;
let server: http.Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

/** A listener on the portal's port: its answers by path. */
async function listen(answers: Record<string, [status: number, body: object]>) {
  server = http.createServer(({ url }, response) => {
    const [status, body] = answers[url!.split('?')[0]] ?? [404, {}];
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  });
  await new Promise<void>(resolve => server!.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const ALIVE = {
  '/.backstage/health/v1/liveness': [200, { status: 'ok' }] as [number, object],
};

async function look(
  options: {
    port?: number;
    env?: Record<string, string>;
    config?: JsonObject;
    inspect?: Inspect;
  } = {},
) {
  const { port = await freePort(), env, config = {}, inspect } = options;
  root = shippedRoot({ 'app-config.local.yaml': config });
  const environment = createEnvironment(root, {
    PORT: `${port}`,
    CALLBOARD_PRESETS: 'recommended',
    ...env,
  });
  const work = inspect ?? (async () => OVERVIEW);
  return {
    environment,
    look: () => examine({ environment, now: () => new Date(), inspect: work }),
  };
}

const rowOf = ({ rows }: Awaited<ReturnType<typeof examine>>, id: string) =>
  rows.find(row => row.id === id);

it('looks by itself where no portal runs, and leaves no trace', async () => {
  const { environment, look: run } = await look();
  const report = await run();
  expect(report.source).toBe('The portal is not running; checked from here.');
  expect(report.rows).toContainEqual(CHECK);
  expect(rowOf(report, 'portal')).toMatchObject({ status: 'pass' });
  expect(rowOf(report, 'node')).toMatchObject({ status: 'pass' });
  expect(rowOf(report, 'data-directory')?.cause).toContain('GB are free');
  expect(rowOf(report, 'operators')).toMatchObject({ status: 'warn' });
  expect(rowOf(report, 'template-key')).toMatchObject({ status: 'pass' });
  expect(exitStatusOf(report)).toBe(0);
  expect(fs.existsSync(environment.data)).toBe(false);
});

it('asks a portal that runs', async () => {
  const asked: unknown[] = [];
  const port = await listen({
    ...ALIVE,
    '/api/connections': [
      200,
      { ...OVERVIEW, checks: [{ ...CHECK, cause: 'found there' }] },
    ],
  });
  server!.on('request', ({ headers }) => asked.push(headers.authorization));
  const { environment, look: run } = await look({ port });
  const key = keepLocalKey({ data: environment.data, user: 'doctor' });
  const report = await run();
  expect(report.source).toBe(`Asked the portal at http://127.0.0.1:${port}.`);
  expect(rowOf(report, 'a-check')?.cause).toBe('found there');
  expect(asked).toContain(`Bearer ${key}`);
  expect(JSON.stringify(report)).not.toContain(key);
});

it('says so when the portal refuses, and looks by itself', async () => {
  const port = await listen({ ...ALIVE, '/api/connections': [401, {}] });
  const { environment, look: run } = await look({ port });
  keepLocalKey({ data: environment.data, user: 'doctor' });
  const report = await run();
  expect(report.source).toContain('could not be asked; checked from here');
  expect(rowOf(report, 'portal')).toMatchObject({
    status: 'warn',
    cause: expect.stringMatching(/does not take the key.*is missing/),
    remedy: expect.stringContaining('--data'),
  });
  expect(rowOf(report, 'a-check')?.cause).toBe('found here');
});

it('says so when there is no key to ask with, and shows none to the portal', async () => {
  const seen: string[] = [];
  const port = await listen({ ...ALIVE, '/api/connections': [200, OVERVIEW] });
  server!.on('request', ({ url }) => seen.push(url!));
  const { environment, look: run } = await look({ port });
  expect(rowOf(await run(), 'portal')).toMatchObject({
    status: 'warn',
    cause: expect.stringContaining('started with another data directory'),
  });
  fs.mkdirSync(
    path.dirname(localKeyFile({ data: environment.data, user: 'doctor' })),
    {
      recursive: true,
    },
  );
  fs.writeFileSync(
    localKeyFile({ data: environment.data, user: 'doctor' }),
    'damaged',
  );
  expect(rowOf(await run(), 'portal')).toMatchObject({
    status: 'warn',
    cause: expect.stringContaining('does not hold a key'),
  });
  expect(new Set(seen)).toEqual(new Set(['/.backstage/health/v1/liveness']));
});

describe('a trial whose data directory has no sandbox yet', () => {
  const TRIAL = {
    env: { CALLBOARD_PRESETS: 'recommended,demo' },
    inspect: async () => {
      throw new Error('It must not look further.');
    },
  };
  const NOT_STARTED = {
    status: 'warn',
    cause: expect.stringContaining('nothing was started here yet'),
    remedy: expect.stringMatching(/`npm start`.*--data DIR/),
  };

  it('is told in one row, and nothing is checked that is not there', async () => {
    const { look: run } = await look(TRIAL);
    const report = await run();
    expect(report.rows[0]).toMatchObject(NOT_STARTED);
    expect(report.rows.map(({ id, status }) => `${id}: ${status}`)).toEqual([
      'not-started: warn',
      'portal: pass',
      'node: pass',
      'data-directory: pass',
      'template-key: pass',
      'operators: pass',
      'configuration-can-start: pass',
    ]);
    expect(rowOf(report, 'data-directory')).toMatchObject({
      check: 'The data directory will be made and has room',
      cause: expect.stringContaining('it is made at the first start'),
    });
    expect(exitStatusOf(report)).toBe(0);
  });

  it('is told where a portal runs with another one', async () => {
    const port = await listen({ ...ALIVE });
    const { look: run } = await look({ ...TRIAL, port });
    const report = await run();
    expect(rowOf(report, 'not-started')).toMatchObject({
      ...NOT_STARTED,
      remedy: 'name the data directory of the portal that runs with --data DIR',
    });
    expect(rowOf(report, 'portal')).toMatchObject({
      status: 'warn',
      cause: expect.stringMatching(/started with another data directory$/),
      remedy: expect.stringContaining('--data'),
    });
  });

  it('is checked once it was started', async () => {
    const { environment, look: run } = await look({ env: TRIAL.env });
    keepSandboxAccess({
      data: environment.data,
      access: createSandboxAccess(),
    });
    const report = await run();
    expect(rowOf(report, 'not-started')).toBeUndefined();
    expect(report.rows).toContainEqual(CHECK);
    expect(rowOf(report, 'data-directory')?.check).toContain('can be written');
  });
});

it('takes another program on the port for a fault', async () => {
  const port = await listen({});
  const { look: run } = await look({ port });
  const report = await run();
  expect(rowOf(report, 'portal')).toMatchObject({
    status: 'fail',
    cause: expect.stringContaining(`port ${port} is in use`),
  });
  expect(exitStatusOf(report)).toBe(1);
});

it('has nothing but the problems where the configuration cannot start a portal', async () => {
  const { look: run } = await look({
    env: { CALLBOARD_PRESETS: 'github,github-auth' },
    inspect: async () => {
      throw new Error('It must not look further.');
    },
  });
  const report = await run();
  expect(exitStatusOf(report)).toBe(78);
  expect(
    report.rows.filter(({ status }) => status === 'fail').length,
  ).toBeGreaterThan(1);
  expect(report.rows.find(({ id }) => id.includes('GITHUB_ORG'))).toMatchObject(
    {
      group: 'configuration',
      status: 'fail',
      cause: expect.stringContaining('GITHUB_ORG'),
      remedy: expect.stringMatching(/./),
    },
  );
  expect(rowOf(report, 'configuration-can-start')).toBeUndefined();
  const titles = report.rows.map(({ check }) => check);
  expect(titles).toContain('A portal can start with GITHUB_ORG');
  expect(new Set(titles).size).toBe(titles.length);
});

it('says what kept the checks from running', async () => {
  const { look: run } = await look({
    inspect: async () => {
      throw new Error('no such thing');
    },
  });
  const report = await run();
  expect(rowOf(report, 'checks-run')).toMatchObject({
    status: 'fail',
    cause: 'no such thing',
  });
});

it('refuses an operator who is none', async () => {
  const { look: run } = await look({ env: { CALLBOARD_ADMINS: 'jane' } });
  expect(rowOf(await run(), 'operators')).toMatchObject({
    status: 'fail',
    cause: expect.stringContaining("'jane'"),
  });
});

it('names a warning of the configuration once', async () => {
  const warning = expect.objectContaining({
    status: 'warn',
    cause: expect.stringContaining('NODE_TLS_REJECT_UNAUTHORIZED'),
  });
  const { look: run } = await look({
    env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' },
    inspect: async ({ portal }) => ({
      ...OVERVIEW,
      checks: portal.warnings.map(cause =>
        createRow({ id: 'configuration', status: 'warn', cause }),
      ),
    }),
  });
  const { rows } = await run();
  expect(rows.filter(row => row.cause.includes('NODE_TLS'))).toEqual([warning]);
});
