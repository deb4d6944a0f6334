import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { freePort } from './support/startPortal';

const ROOT = path.join(__dirname, '..');
const READY = 'Callboard is ready at';

/** Runs `npm start` in a clone until the output holds the text, then ends it with the signal. */
async function startUntil(options: {
  clone: string;
  text: string;
  port: number;
  signal: 'SIGINT' | 'SIGKILL';
  whenReached?: () => Promise<void>;
}): Promise<string> {
  const { clone, text, port, signal, whenReached } = options;
  const child = spawn('npm', ['start', '--', '--port', `${port}`], {
    cwd: clone,
    env: { ...process.env, NODE_ENV: undefined },
    detached: true,
  });
  const closed = once(child, 'close');
  let output = '';
  await new Promise<void>((resolve, reject) => {
    const onData = (chunk: Buffer) => {
      output += chunk;
      if (output.includes(text)) resolve();
    };
    child.stdout.on('data', onData);
    child.stderr.on('data', onData);
    closed.then(() => reject(new Error(`npm start ended:\n${output}`)));
  });
  await whenReached?.();
  process.kill(-child.pid!, signal);
  await closed;
  return output;
}

test('a fresh clone starts with one command, also after an interrupted install @full', async () => {
  test.setTimeout(900_000);
  const clone = fs.mkdtempSync(path.join(os.tmpdir(), 'callboard-clone-'));
  await promisify(execFile)('git', ['clone', '--quiet', ROOT, clone]);
  const port = await freePort();

  await startUntil({
    clone,
    port,
    text: 'Installing packages',
    signal: 'SIGKILL',
  });
  expect(fs.existsSync(path.join(clone, '.cache', 'stamps', 'install'))).toBe(
    false,
  );

  const first = await startUntil({
    clone,
    port,
    text: READY,
    signal: 'SIGINT',
    whenReached: async () => {
      const page = await fetch(`http://localhost:${port}/`);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain('Callboard');
    },
  });
  expect(first).toContain('Building the frontend: done');

  const second = await startUntil({
    clone,
    port,
    text: READY,
    signal: 'SIGINT',
  });
  expect(second).not.toMatch(/Installing|Building|Collecting/);

  const { stdout } = await promisify(execFile)(
    'git',
    ['status', '--porcelain'],
    { cwd: clone },
  );
  expect(stdout, 'a start leaves the checkout clean').toBe('');
  fs.rmSync(clone, { recursive: true, force: true });
});
