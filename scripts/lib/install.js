'use strict';
const fs = require('fs');
const path = require('path');
const { root } = require('./paths.js');
const {
  fingerprint,
  isFresh,
  markFresh,
  markStale,
} = require('./fingerprint.js');
const { run } = require('./run.js');
const { StartProblem } = require('./fail.js');

/** What decides which packages are installed. */
function installFingerprint() {
  const manifests = ['packages', 'plugins', 'bench', 'conformance']
    .flatMap(folder => findManifests(folder, 0))
    .sort();
  return fingerprint(
    ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests],
    `${process.platform}-${process.arch}`,
  );
}

function findManifests(folder, depth) {
  const absolute = path.join(root, folder);
  if (!fs.existsSync(absolute) || depth > 3) return [];
  return fs.readdirSync(absolute, { withFileTypes: true }).flatMap(entry => {
    if (
      entry.name === 'node_modules' ||
      entry.name === 'dist' ||
      entry.name === 'src'
    )
      return [];
    if (entry.isDirectory())
      return findManifests(path.join(folder, entry.name), depth + 1);
    return entry.name === 'package.json' ? [path.join(folder, entry.name)] : [];
  });
}

function pnpmVersion() {
  const { packageManager } = JSON.parse(
    fs.readFileSync(path.join(root, 'package.json'), 'utf8'),
  );
  return packageManager;
}

/** Installs with the frozen lockfile unless the last install finished with the same manifests. */
async function ensureInstalled({ progress }) {
  const value = installFingerprint();
  if (
    isFresh('install', value) &&
    fs.existsSync(path.join(root, 'node_modules', 'node', 'bin', 'node'))
  ) {
    return 'fresh';
  }
  markStale('install');
  await progress.step(
    'Installing packages (about a minute the first time)',
    async update => {
      const result = await run(
        process.platform === 'win32' ? 'npx.cmd' : 'npx',
        [
          '--yes',
          pnpmVersion(),
          'install',
          '--frozen-lockfile',
          '--reporter=append-only',
        ],
        {
          env: {
            ...process.env,
            CI: 'true',
            npm_config_update_notifier: 'false',
          },
          onLine: line => {
            const match = /^Progress: (.*)$/.exec(line);
            if (match) update(match[1].replace(/, done$/, ''));
          },
        },
      ).catch(error => {
        throw new StartProblem({
          problem: 'npm was not found, which brings the package manager along',
          cause: error.message,
          remedy:
            'install Node.js together with npm (https://nodejs.org), then run `npm start` again',
        });
      });
      if (result.status !== 0) throw installProblem(result.output);
    },
  );
  markFresh('install', value);
  return 'installed';
}

function installProblem(output) {
  const tail = output
    .trim()
    .split('\n')
    .filter(line => !/^Progress|npm warn/i.test(line))
    .slice(-15)
    .join('\n');
  if (/ENOSPC/.test(output)) {
    return new StartProblem({
      problem: 'the disk is full, so the packages could not be installed',
      cause: tail,
      remedy:
        'free at least 3 GB where the repository lies, then run `npm start` again',
    });
  }
  if (
    /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ERR_PNPM_META_FETCH_FAIL/.test(
      output,
    )
  ) {
    return new StartProblem({
      problem: 'the package registry could not be reached',
      cause: tail,
      remedy:
        'check the network, and the proxy and registry settings of npm (`npm config list`), then run `npm start` again',
    });
  }
  if (/ERR_PNPM_OUTDATED_LOCKFILE/.test(output)) {
    return new StartProblem({
      problem: 'a package.json was changed without the lockfile',
      cause: tail,
      remedy: `run \`npx ${pnpmVersion()} install\` and commit pnpm-lock.yaml`,
    });
  }
  return new StartProblem({
    problem: 'the packages could not be installed',
    cause: tail,
    remedy:
      'mend what the message names, then run `npm start` again: it goes on where it stopped',
  });
}

module.exports = { ensureInstalled, installProblem };
