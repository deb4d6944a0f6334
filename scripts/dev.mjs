// `npm run dev`: installs what is missing, then hands over to the Node that the repository brings along.
import { createRequire } from 'node:module';
import path from 'node:path';
import { spawn } from 'node:child_process';

const require = createRequire(import.meta.url);
const { ensureInstalled } = require('./lib/install.js');
const { ensureBuilt } = require('./lib/build.js');
const { createProgress } = require('./lib/progress.js');
const { checkNode } = require('./lib/checkNode.js');
const { reportAndExit } = require('./lib/fail.js');
const { bundledNode, root } = require('./lib/paths.js');
const { toolEnv } = require('./lib/run.js');

try {
  checkNode();
  const progress = createProgress();
  await ensureInstalled({ progress });
  await ensureBuilt({ progress, only: ['config-schema'] });
  const child = spawn(
    bundledNode,
    [
      path.join(root, 'scripts', 'lib', 'devServers.mjs'),
      ...process.argv.slice(2),
    ],
    { stdio: 'inherit', env: toolEnv(), cwd: root },
  );
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  child.on('exit', code => process.exit(code ?? 0));
} catch (error) {
  reportAndExit(error);
}
