import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { portalRoot } from '../config/portalRoot';
import { freePort } from './freePort';

/** A `callboard` command that runs in a process of its own, as on a terminal. */
export interface RunningCallboard {
  /** What it has written to stdout and stderr so far. */
  output(): string;
  stdout(): string;
  stderr(): string;
  /** Resolves once the output holds the text; rejects when the process ends before that. */
  waitFor(text: string): Promise<void>;
  /** Resolves to the exit status once the process has ended by itself. */
  ended: Promise<number>;
  /** Types a line at its prompt; without one, ends its input. */
  type(line?: string): void;
  /** Reads no more of what it writes to stdout, as `head` does once it has enough. */
  closeStdout(): void;
  /** Asks it to stop, as Ctrl-C does, and resolves to the exit status. */
  stop(): Promise<number>;
}

/** A test run that is killed takes its commands with it, and they their sandboxes. */
const END_WITH_PARENT = `data:text/javascript,${encodeURIComponent(
  "const { ppid } = process; setInterval(() => process.ppid !== ppid && process.kill(process.pid, 'SIGKILL'), 1000).unref();",
)}`;

const running = new Set<ChildProcess>();
// A test that fails half-way leaves its command running, which would keep Jest from ending.
afterAll(() => running.forEach(child => child.kill('SIGKILL')));

/** Runs `bin/callboard` with the given arguments. It ends with the test file at the latest. */
export function runCallboard(
  args: string[],
  options: { env?: Record<string, string>; cwd?: string } = {},
): RunningCallboard {
  const { JEST_WORKER_ID: _, NODE_ENV: __, ...env } = process.env;
  const child = spawn(
    process.execPath,
    [
      ...['--import', END_WITH_PARENT],
      ...['--', path.join(portalRoot, 'bin', 'callboard'), ...args],
    ],
    { cwd: options.cwd ?? portalRoot, env: { ...env, ...options.env } },
  );
  running.add(child);
  child.once('close', () => running.delete(child));
  let output = '';
  let stdout = '';
  let stderr = '';
  const listeners = new Set<() => void>();
  const append = (chunk: Buffer) => {
    output += chunk;
    listeners.forEach(listener => listener());
  };
  child.stdout.on('data', append);
  child.stderr.on('data', append);
  child.stdout.on('data', chunk => {
    stdout += chunk;
  });
  child.stderr.on('data', chunk => {
    stderr += chunk;
  });
  const ended = once(child, 'close').then(([code]) => code ?? 128);

  return {
    output: () => output,
    stdout: () => stdout,
    stderr: () => stderr,
    ended,
    waitFor: text =>
      new Promise((resolve, reject) => {
        const check = () => {
          if (output.includes(text)) {
            listeners.delete(check);
            resolve();
          }
        };
        listeners.add(check);
        check();
        ended.then(code =>
          reject(new Error(`It ended with status ${code}:\n${output}`)),
        );
      }),
    type(line) {
      if (line === undefined) child.stdin.end();
      else child.stdin.write(`${line}\n`);
    },
    closeStdout() {
      child.stdout.destroy();
    },
    stop() {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** A portal that answers, with an empty data directory unless one is given. */
export async function startTestPortal(
  options: {
    data?: string;
    args?: string[];
    env?: Record<string, string>;
  } = {},
) {
  const port = await freePort();
  const sandboxPort = await freePort();
  const data = options.data ?? (await temporaryFolder());
  const process = runCallboard(
    ['start', '--port', `${port}`, '--data', data, ...(options.args ?? [])],
    { env: { CALLBOARD_SANDBOX_PORT: `${sandboxPort}`, ...options.env } },
  );
  await process.waitFor('Callboard is ready at');
  const url = `http://127.0.0.1:${port}`;
  return {
    ...process,
    url,
    data,
    /** The address that people use, which cookies and callbacks belong to. */
    baseUrl: `http://localhost:${port}`,
    /** Signs the guest in and resolves to a token. */
    async guestToken(): Promise<string> {
      const response = await fetch(`${url}/api/auth/guest/refresh`, {
        method: 'POST',
      });
      const { backstageIdentity } = await response.json();
      return backstageIdentity.token;
    },
  };
}

export function temporaryFolder() {
  return fs.mkdtemp(path.join(os.tmpdir(), 'callboard-test-'));
}
