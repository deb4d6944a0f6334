// `npm run bench -- NAME...`: installs what is missing, then runs the benchmarks with the Node 24 of the repository.
// Plain JavaScript without dependencies, since it runs before anything is installed, on any Node from 18 up.
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { ensureInstalled } = require('./lib/install.js');
const { createProgress } = require('./lib/progress.js');
const { checkNode } = require('./lib/checkNode.js');
const { reportAndExit } = require('./lib/fail.js');
const { root, bundledNode } = require('./lib/paths.js');
const { run } = require('./lib/run.js');

try {
  checkNode();
  // stdout belongs to the results, which may be JSON.
  await ensureInstalled({
    progress: createProgress({ stream: process.stderr }),
  });
  // Ctrl-C reaches the whole group; this process waits until the servers have been stopped.
  process.on('SIGINT', () => {});
  const { status } = await run(
    bundledNode,
    [
      path.join(root, 'scripts', 'lib', 'runBenchmarks.mjs'),
      ...process.argv.slice(2),
    ],
    { cwd: root },
  );
  process.exit(status);
} catch (error) {
  reportAndExit(error);
}
