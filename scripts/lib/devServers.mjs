// The two servers of `npm run dev`: the backend, bundled anew and restarted when a source file changes, and the frontend's
// development server with hot reload on port 3000. Arguments go to `callboard start`.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { bundleOptions } from './bundleOptions.mjs';

const require = createRequire(import.meta.url);
const { context } = require('esbuild');
const { parse, stringify } = require('yaml');
const { root, cacheDir, commandBundle } = require('./paths.js');

const args = process.argv.slice(2);
const portFlag = args.indexOf('--port');
const port = portFlag === -1 ? process.env.PORT ?? '7007' : args[portFlag + 1];
const env = {
  ...process.env,
  NODE_ENV: 'development',
  BACKSTAGE_ENV: process.env.BACKSTAGE_ENV ?? 'development',
  PORT: port,
  CALLBOARD_BASE_URL:
    process.env.CALLBOARD_BASE_URL ?? `http://localhost:${port}`,
  CALLBOARD_DATA: process.env.CALLBOARD_DATA ?? path.join(root, 'data'),
};

let backend;
let stopping = false;

async function restartBackend() {
  if (backend) {
    const old = backend;
    backend = undefined;
    await new Promise(resolve => {
      old.once('exit', resolve);
      old.kill('SIGTERM');
    });
    process.stdout.write('  A source file changed, the backend starts again\n');
  }
  if (stopping) return;
  const script = `require(${JSON.stringify(
    commandBundle,
  )}).main(process.argv.slice(1))`;
  backend = spawn(process.execPath, ['-e', script, '--', 'start', ...args], {
    stdio: 'inherit',
    env,
    cwd: root,
  });
}

/** The development server reads files only, so the presets' part of the configuration is written to one. */
function presetConfig() {
  const local = path.join(root, 'app-config.local.yaml');
  if (fs.existsSync(local)) return ['--config', local];
  const file = path.join(cacheDir, 'dev', 'preset-demo.yaml');
  const preset = parse(
    fs.readFileSync(path.join(root, 'presets', 'demo.yaml'), 'utf8'),
  );
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, stringify(preset.appConfig));
  return ['--config', file];
}

let building = Promise.resolve();
const watcher = await context({
  ...bundleOptions,
  logLevel: 'warning',
  plugins: [
    ...bundleOptions.plugins,
    {
      name: 'restart-backend',
      setup(build) {
        build.onEnd(result => {
          if (result.errors.length === 0) {
            building = building.then(restartBackend);
          }
        });
      },
    },
  ],
});
await watcher.watch();

const frontend = spawn(
  path.join(root, 'node_modules', '.bin', 'backstage-cli'),
  [
    'package',
    'start',
    '--config',
    path.join(root, 'app-config.yaml'),
    '--config',
    path.join(root, 'app-config.development.yaml'),
    ...presetConfig(),
  ],
  { stdio: 'inherit', env, cwd: path.join(root, 'packages', 'app') },
);

async function stop(status) {
  if (stopping) return;
  stopping = true;
  await watcher.dispose();
  const children = [backend, frontend].filter(
    child => child && child.exitCode === null,
  );
  children.forEach(child => child.kill('SIGTERM'));
  await Promise.all(
    children.map(child => new Promise(resolve => child.once('exit', resolve))),
  );
  process.exit(status);
}

process.on('SIGINT', () => stop(0));
process.on('SIGTERM', () => stop(0));
frontend.on('exit', code => stop(code ?? 1));
