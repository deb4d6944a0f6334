// Runs a tool of the repository with the Node that it brings along: `node scripts/run.mjs tsc --noEmit`.
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { root } = require('./lib/paths.js');
const { run } = require('./lib/run.js');

const [tool, ...args] = process.argv.slice(2);
const { status } = await run(
  path.join(root, 'node_modules', '.bin', tool),
  args,
);
process.exit(status);
