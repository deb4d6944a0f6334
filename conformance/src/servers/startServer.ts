import { ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { JsonObject } from '@backstage/types';
import { bundleServer } from './bundleServer';
import { CatalogConflict, CatalogErrors } from './catalogRecorder';
import { Dial, TestNetwork } from './dialRecorder';
import { repositoryRoot } from './repositoryRoot';
import { serverConfig } from './serverConfig';

/**
 * `stockGitHub` is stock with its GitHub modules, and `callboardGitHub` the same with our way to talk to GitHub. `stockMirrorGitHub` is stock
 * with our mirror of GitHub, and `mirrorGitHub` our catalog with it.
 */
export type ServerKind =
  | 'stock'
  | 'stockGitHub'
  | 'callboard'
  | 'callboardGitHub'
  | 'stockMirrorGitHub'
  | 'mirrorGitHub';

/** A running server and what it did so far. */
export type RunningServer = {
  kind: ServerKind;
  url: string;
  /** A bearer token of a service that may do everything. */
  token: string;
  /** What the catalog published, oldest first. */
  errors: CatalogErrors[];
  conflicts: CatalogConflict[];
  /** Connections that left the machine, or would have, and those to names of the test's network. */
  dials: Dial[];
  /** Everything that it logged. */
  log: () => string;
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** Ends the process as a crash does, at once and without a word to it. Its data stay. */
  kill: () => void;
  /** Starts it again, after a kill, on the same address and data, and resolves once it is ready. */
  restart: () => Promise<void>;
  /** Resolves once the process is gone and its data removed. */
  stop: () => Promise<void>;
};

const START_TIMEOUT_MS = 120_000;

/** Starts one server on a free port of the loopback interface, with its own empty data directory. */
export async function startServer(options: {
  kind: ServerKind;
  config: JsonObject;
  network?: TestNetwork;
}): Promise<RunningServer> {
  const { kind, config, network } = options;
  // Below the root, so that the bundle finds node_modules.
  const root = repositoryRoot();
  const cache = join(root, '.cache', 'conformance');
  mkdirSync(cache, { recursive: true });
  const data = mkdtempSync(join(cache, `${kind}-`));
  const port = await freePort();
  const token = randomBytes(24).toString('hex');
  const configFile = join(data, 'config.json');
  writeFileSync(
    configFile,
    JSON.stringify(serverConfig({ kind, root, data, port, token, config })),
  );
  const bundle = await bundleServer({ kind, root, folder: cache });

  const seen: Pick<RunningServer, 'errors' | 'conflicts' | 'dials'> = {
    errors: [],
    conflicts: [],
    dials: [],
  };
  let output = '';
  let child: ChildProcess;
  const start = () => {
    const started = spawn(process.execPath, [bundle, configFile], {
      cwd: data,
      env: {
        PATH: process.env.PATH,
        HOME: data,
        NODE_ENV: 'production',
        LOG_LEVEL: 'info',
        // Thousands of modules are loaded at each start; as with the portal, V8 need not compile them anew.
        NODE_COMPILE_CACHE: join(cache, 'v8'),
        ...(network && { CONFORMANCE_NETWORK: JSON.stringify(network) }),
      },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
    started.stdout!.on('data', chunk => (output += chunk));
    started.stderr!.on('data', chunk => (output += chunk));
    started.on('message', (message: any) => {
      if (message.type === 'errors') {
        seen.errors.push(message.errors);
      } else if (message.type === 'conflict') {
        seen.conflicts.push(message.conflict);
      } else if (message.type === 'dial') {
        seen.dials.push(message.dial);
      }
    });
    return started;
  };

  const server: RunningServer = {
    kind,
    url: `http://127.0.0.1:${port}`,
    token,
    ...seen,
    log: () => output,
    fetch: (path, init = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        ...init,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...init.headers,
        },
      }),
    kill: () => {
      child.kill('SIGKILL');
    },
    restart: async () => {
      await ended(child);
      child = start();
      await untilReady({ child, server });
    },
    stop: async () => {
      await ended(child);
      rmSync(data, { recursive: true, force: true });
    },
  };
  child = start();
  try {
    await untilReady({ child, server });
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function untilReady(options: {
  child: ChildProcess;
  server: RunningServer;
}) {
  const { child, server } = options;
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const answer = await fetch(
      `${server.url}/.backstage/health/v1/readiness`,
    ).catch(() => undefined);
    if (answer?.ok) {
      return;
    }
    if (child.exitCode !== null || Date.now() > deadline) {
      throw new Error(
        `The ${server.kind} server did not start. The end of its log:\n${server
          .log()
          .slice(-4000)}`,
      );
    }
    await pause(100);
  }
}

async function ended(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  const exit = new Promise(done => child.once('exit', done));
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), 5_000);
  await exit;
  clearTimeout(force);
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>(done => probe.listen(0, '127.0.0.1', done));
  const { port } = probe.address() as { port: number };
  await new Promise(done => probe.close(done));
  return port;
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(done => setTimeout(done, milliseconds));
}
