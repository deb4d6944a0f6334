// Compiles the benchmarks, which are TypeScript, into one file and runs it.
import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { build } = require('esbuild');
const { root, cacheDir } = require('./paths.js');

const outfile = path.join(cacheDir, 'bench', 'bench.cjs');
await build({
  entryPoints: [path.join(root, 'bench', 'src', 'index.ts')],
  outfile,
  bundle: true,
  packages: 'external',
  // A package of this repository that node_modules does not have compiled.
  alias: { '@callboard/cli': path.join(root, 'packages', 'cli') },
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  logLevel: 'warning',
});
process.exitCode = await require(outfile).main({
  root,
  args: process.argv.slice(2),
});
