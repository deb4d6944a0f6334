import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
const START_TIMEOUT_MS = 180_000;

/** A portal of its own, started the way a newcomer does. */
export interface Portal {
  url: string;
  /** The GitHub that it is connected to. */
  sandboxUrl: string;
  data: string;
  /** What it has printed so far. */
  output(): string;
  /** Stops it with Ctrl-C's signal and resolves to how long that took, in milliseconds. */
  stop(): Promise<number>;
}

/** Runs `npm start` on a free port. Without `data` it gets an empty data directory. */
export async function startPortal(
  options: {
    data?: string;
    port?: number;
    sandboxPort?: number;
    args?: string[];
    env?: Record<string, string>;
  } = {},
): Promise<Portal> {
  const port = options.port ?? (await freePort());
  const sandboxPort = options.sandboxPort ?? (await freePort());
  const data =
    options.data ?? fs.mkdtempSync(path.join(os.tmpdir(), 'callboard-e2e-'));
  const child = spawn(
    'npm',
    [
      'start',
      '--',
      '--port',
      `${port}`,
      '--data',
      data,
      ...(options.args ?? []),
    ],
    {
      cwd: ROOT,
      env: {
        ...process.env,
        NODE_ENV: undefined,
        CALLBOARD_SANDBOX_PORT: `${sandboxPort}`,
        ...options.env,
      },
      // A process group of its own, so that the signal reaches all of it as it does from a terminal.
      detached: true,
    },
  );
  let output = '';
  child.stdout.on('data', chunk => (output += chunk));
  child.stderr.on('data', chunk => (output += chunk));
  const ended = new Promise<void>(resolve =>
    child.once('close', () => resolve()),
  );

  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The portal is not ready:\n${output}`)),
      START_TIMEOUT_MS,
    );
    child.stdout.on('data', () => {
      if (output.includes('Callboard is ready at')) {
        clearTimeout(timer);
        resolve();
      }
    });
    child.once('close', () => {
      clearTimeout(timer);
      reject(new Error(`The portal ended:\n${output}`));
    });
  });

  return {
    url: `http://localhost:${port}`,
    sandboxUrl: `http://localhost:${sandboxPort}`,
    data,
    output: () => output,
    async stop() {
      const started = Date.now();
      process.kill(-child.pid!, 'SIGINT');
      await ended;
      return Date.now() - started;
    },
  };
}

/** A port that nothing listens on right now. */
export async function freePort(): Promise<number> {
  const server = net.createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as net.AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
