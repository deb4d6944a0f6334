'use strict';
const fs = require('fs');
const path = require('path');
const { root, bundledNode, commandBundle } = require('./paths.js');
const {
  fingerprint,
  isFresh,
  markFresh,
  markStale,
  listFiles,
} = require('./fingerprint.js');
const { run, toolEnv } = require('./run.js');
const { StartProblem } = require('./fail.js');

const SHARED_INPUTS = ['pnpm-lock.yaml', 'backstage.json'];

/** Folders of workspace packages whose `backstage.role` passes the test. */
function packagesByRole(accept) {
  return ['packages', 'plugins']
    .flatMap(parent =>
      fs
        .readdirSync(path.join(root, parent))
        .map(name => path.join(parent, name)),
    )
    .filter(folder => {
      const manifest = path.join(root, folder, 'package.json');
      if (!fs.existsSync(manifest)) return false;
      return accept(
        (JSON.parse(fs.readFileSync(manifest, 'utf8')).backstage || {}).role ||
          '',
      );
    });
}

const isFrontend = role => /^(frontend|web|common)/.test(role);
const isBackend = role => /^(backend|node|common|cli)/.test(role);

/** A test beside the code is no input of a build: editing one must not rebuild the frontend. */
const withoutTests = files =>
  files.filter(file => !/\.test\.tsx?$|setupTests\.ts$/.test(file));

function inputsOf(accept) {
  return withoutTests(packagesByRole(accept).flatMap(listFiles));
}

const STEPS = [
  {
    name: 'command',
    title: 'Building the backend',
    inputs: () => [
      ...SHARED_INPUTS,
      'scripts/lib/bundleCommand.mjs',
      ...inputsOf(isBackend),
    ],
    output: commandBundle,
    command: () => [path.join(root, 'scripts', 'lib', 'bundleCommand.mjs')],
  },
  {
    name: 'config-schema',
    title: 'Collecting the configuration schema',
    inputs: () => [
      ...SHARED_INPUTS,
      'scripts/lib/collectConfigSchema.mjs',
      ...packagesByRole(() => true).flatMap(folder => [
        path.join(folder, 'package.json'),
        path.join(folder, 'config.d.ts'),
      ]),
    ],
    output: path.join(root, 'packages', 'cli', 'dist', 'config-schema.json'),
    command: () => [
      path.join(root, 'scripts', 'lib', 'collectConfigSchema.mjs'),
    ],
  },
  {
    name: 'frontend',
    title: 'Building the frontend',
    inputs: () => [...SHARED_INPUTS, ...inputsOf(isFrontend)],
    output: path.join(root, 'packages', 'app', 'dist', 'index.html.tmpl'),
    command: () => [
      path.join(
        root,
        'node_modules',
        '@backstage',
        'cli',
        'bin',
        'backstage-cli',
      ),
      'package',
      'build',
      '--config',
      path.join(root, 'app-config.yaml'),
    ],
    cwd: path.join(root, 'packages', 'app'),
  },
];

/**
 * Runs the named build steps whose inputs have changed since they last succeeded.
 * Resolves to the names of the steps that ran.
 */
async function ensureBuilt({ progress, only = STEPS.map(step => step.name) }) {
  const built = [];
  for (const step of STEPS.filter(({ name }) => only.includes(name))) {
    const value = fingerprint(step.inputs());
    if (isFresh(step.name, value) && fs.existsSync(step.output)) continue;
    markStale(step.name);
    await progress.step(step.title, async () => {
      const result = await run(bundledNode, step.command(), {
        cwd: step.cwd || root,
        env: toolEnv({
          NODE_ENV: 'production',
          // The build writes no address into its output: the portal injects its configuration when it serves a page.
          CALLBOARD_BASE_URL: 'http://localhost:7007',
          CALLBOARD_DATA: path.join(root, 'data'),
          PORT: '7007',
        }),
        onLine: () => {},
      });
      if (result.status !== 0 || !fs.existsSync(step.output)) {
        throw new StartProblem({
          problem: `${step.title.toLowerCase()} failed`,
          cause: result.output.trim().split('\n').slice(-30).join('\n'),
          remedy: /ENOSPC/.test(result.output)
            ? 'free at least 1 GB of disk space, then run `npm start` again'
            : 'mend what the message names, then run `npm start` again',
        });
      }
    });
    markFresh(step.name, value);
    built.push(step.name);
  }
  return built;
}

module.exports = { ensureBuilt };
