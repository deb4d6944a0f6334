'use strict';
const fs = require('fs');
const path = require('path');
const { spawn } = require('child_process');
const { root, bundledNode, commandBundle, cacheDir } = require('./paths.js');
const { StartProblem, reportAndExit } = require('./fail.js');

const REQUIRED_NODE = 24;
const SIGINT_GRACE_MS = 2000;

/** A container image carries the build but not the sources. */
const hasSources = fs.existsSync(path.join(root, 'packages', 'cli', 'src'));

function build(only) {
  const { ensureBuilt } = require('./build.js');
  const { createProgress } = require('./progress.js');
  return ensureBuilt({
    progress: createProgress({ stream: process.stderr }),
    only,
  });
}

/** Runs the `callboard` command with `args`, on Node 24, from an up-to-date build. Does not return. */
async function launch(args) {
  try {
    if (
      !fs.existsSync(bundledNode) &&
      Number(process.versions.node.split('.')[0]) < REQUIRED_NODE
    ) {
      throw new StartProblem({
        problem: `Node ${process.versions.node} is too old to run the portal, and the packages are not installed yet`,
        cause: `Node ${REQUIRED_NODE} comes with the packages of this repository.`,
        remedy: 'run `npm start` once: it installs what is missing',
        status: 78,
      });
    }
    if (hasSources) {
      await build(['command', 'config-schema']);
    }
  } catch (error) {
    reportAndExit(error);
  }
  if (Number(process.versions.node.split('.')[0]) >= REQUIRED_NODE) {
    require('module').enableCompileCache(path.join(cacheDir, 'v8'));
    require(commandBundle).main(args, {
      // Only a portal that serves pages needs them, and only once nothing else keeps it from starting.
      prepareFrontend: async () => {
        if (hasSources) {
          await build(['frontend']).catch(reportAndExit);
        }
      },
    });
    return;
  }
  runInBundledNode(args);
}

/** Hands over to Node 24 and ends with its status. Signals of the terminal reach the child by themselves. */
function runInBundledNode(args) {
  const child = spawn(
    bundledNode,
    // Without the dashes Node would take --env-file for itself.
    ['--', path.join(root, 'bin', 'callboard'), ...args],
    { stdio: 'inherit' },
  );
  const passOn = signal => () => child.kill(signal);
  // Ctrl-C is sent to the whole group by the terminal, and the portal ends by itself. A SIGINT to this process alone is passed on.
  process.on('SIGINT', () => {
    setTimeout(passOn('SIGTERM'), SIGINT_GRACE_MS).unref();
  });
  process.on('SIGTERM', passOn('SIGTERM'));
  process.on('SIGHUP', passOn('SIGHUP'));
  child.on('exit', (code, signal) =>
    process.exit(code === null ? 128 + (signal === 'SIGINT' ? 2 : 15) : code),
  );
}

module.exports = { launch, runInBundledNode };
