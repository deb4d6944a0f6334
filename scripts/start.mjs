// `npm start`: installs what is missing, then hands over to `callboard start`, which builds what is stale. Plain JavaScript without
// dependencies, since it runs before anything is installed, on any Node from 18 up.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { ensureInstalled } = require('./lib/install.js');
const { createProgress } = require('./lib/progress.js');
const { checkNode } = require('./lib/checkNode.js');
const { reportAndExit } = require('./lib/fail.js');

try {
  checkNode();
  const progress = createProgress();
  await ensureInstalled({ progress });
  const { runInBundledNode } = require('./lib/launch.js');
  runInBundledNode(['start', ...process.argv.slice(2)]);
} catch (error) {
  reportAndExit(error);
}
