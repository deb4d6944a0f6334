// Starts the portal once while the image is built, without data and on the loopback interface only: it fills V8's
// compile cache, so that every later start is faster, and an image that cannot start is never finished.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const TIMEOUT_MS = 180_000;
const root = path.resolve(import.meta.dirname, '..', '..');
const port = process.env.PORT || '7007';
const data = fs.mkdtempSync(path.join(os.tmpdir(), 'warm-up-'));

const portal = spawn(
  process.execPath,
  [
    path.join(root, 'bin', 'callboard'),
    ...['start', '--host', '127.0.0.1', '--port', port],
    ...['--data', data, '--presets', 'recommended', '--log', 'json'],
  ],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
let log = '';
portal.stdout.setEncoding('utf8').on('data', chunk => {
  log += chunk;
});
const ended = new Promise(resolve => {
  portal.once('exit', resolve);
});

const get = pathname =>
  fetch(`http://127.0.0.1:${port}${pathname}`).catch(() => undefined);

const deadline = Date.now() + TIMEOUT_MS;
let page;
while (portal.exitCode === null && Date.now() < deadline) {
  if ((await get('/.backstage/health/v1/readiness'))?.ok) {
    page = await get('/');
    break;
  }
  await new Promise(resolve => setTimeout(resolve, 200));
}
// An ordinary end, in which V8 writes its cache.
portal.kill('SIGTERM');
await ended;
fs.rmSync(data, { recursive: true, force: true });
if (!page?.ok) {
  process.stderr.write(`${log}\nThe portal did not become ready.\n`);
  process.exit(1);
}
process.stdout.write('The portal started and served its page.\n');
