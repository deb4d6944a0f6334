// Installs and builds without starting, for images and for tests.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { ensureInstalled } = require('./lib/install.js');
const { ensureBuilt } = require('./lib/build.js');
const { createProgress } = require('./lib/progress.js');
const { reportAndExit } = require('./lib/fail.js');

try {
  const progress = createProgress();
  await ensureInstalled({ progress });
  const built = await ensureBuilt({ progress });
  process.stdout.write(
    built.length
      ? `Built: ${built.join(', ')}\n`
      : 'Everything is up to date.\n',
  );
} catch (error) {
  reportAndExit(error);
}
