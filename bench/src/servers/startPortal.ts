import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { BenchError } from '../BenchError';
import type { Portal } from '../products/Portal';
import { answersOk } from './answersOk';
import { findFreePort } from './findFreePort';

const READINESS_PATH = '/.backstage/health/v1/readiness';
const POLL_MS = 50;
const GIVE_UP_MS = 180_000;
const STOP_PATIENCE_MS = 15_000;

/** A portal that answers. */
export interface RunningPortal {
  portal: Portal;
  pid: number;
  url: string;
  /** From the start of the process until the readiness endpoint and the first page had both answered with 200. */
  readyAfterMs: number;
  stop(): Promise<void>;
}

/** Starts a portal with its state in the folder `data` and resolves when it is ready. Its output goes to a file there. */
export async function startPortal(options: {
  portal: Portal;
  data: string;
}): Promise<RunningPortal> {
  const { portal, data } = options;
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const { command, args, cwd, env } = portal.startCommand({ port, data });
  const logFile = path.join(data, 'bench-output.log');
  const log = await fs.open(logFile, 'w');

  const started = performance.now();
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ['ignore', log.fd, log.fd],
  });
  const exited = new Promise<void>(resolve => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  let hasExited = false;
  void exited.then(() => {
    hasExited = true;
  });
  await log.close();

  const stop = async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_PATIENCE_MS);
    await exited;
    clearTimeout(timer);
  };

  while (
    !(await answersOk(`${url}${READINESS_PATH}`)) ||
    !(await answersOk(`${url}/`))
  ) {
    if (hasExited || performance.now() - started > GIVE_UP_MS) {
      await stop();
      const output = await fs.readFile(logFile, 'utf8');
      throw new BenchError(
        `${portal.name} did not start. The end of its output:\n${output
          .trim()
          .split('\n')
          .slice(-20)
          .join('\n')}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, POLL_MS));
  }
  return {
    portal,
    pid: child.pid!,
    url,
    readyAfterMs: performance.now() - started,
    stop,
  };
}
