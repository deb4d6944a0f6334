'use strict';
const { spawn } = require('child_process');
const path = require('path');
const { root } = require('./paths.js');

/** The environment for tools of the repository: its own Node 24 and binaries come first. */
function toolEnv(extra = {}) {
  const bin = path.join(root, 'node_modules', '.bin');
  return {
    ...process.env,
    PATH: `${bin}${path.delimiter}${process.env.PATH}`,
    ...extra,
  };
}

/**
 * Runs a command to its end.
 * `onLine` receives each line of output; without it the command shares the terminal.
 * Resolves to `{ status, output }`; `output` is empty when the terminal was shared.
 */
function run(command, args, { cwd = root, env = toolEnv(), onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env,
      stdio: onLine ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let output = '';
    const forward = stream => {
      let rest = '';
      stream.setEncoding('utf8');
      stream.on('data', chunk => {
        output += chunk;
        const lines = (rest + chunk).split('\n');
        rest = lines.pop();
        lines.forEach(line => onLine(line));
      });
      stream.on('end', () => rest && onLine(rest));
    };
    if (onLine) [child.stdout, child.stderr].forEach(forward);
    child.on('error', reject);
    child.on('close', (code, signal) =>
      resolve({ status: code === null ? 128 : code, signal, output }),
    );
  });
}

module.exports = { run, toolEnv };
