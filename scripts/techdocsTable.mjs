// `npm run docs:techdocs`: writes the tables of extensions and plugins in docs/techdocs.md. With `-- --check` it writes nothing and
// ends with status 1 when they are stale.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';
import prettier from 'prettier';

const require = createRequire(import.meta.url);
const { build } = require('esbuild');
const { root, cacheDir } = require('./lib/paths.js');

const file = path.join(root, 'docs', 'techdocs.md');
const outfile = path.join(cacheDir, 'techdocsTable.cjs');
await build({
  entryPoints: [
    path.join(
      root,
      'plugins/techdocs-backend-module-markdown/src/extensions/extensionsTable.ts',
    ),
  ],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'warning',
});
const { extensionsTable } = require(outfile);

function withTable(text, kind) {
  const begin = `<!-- ${kind}s: written by \`npm run docs:techdocs\` -->`;
  const end = `<!-- /${kind}s -->`;
  const [before, rest] = text.split(begin);
  const [, after] = rest?.split(end) ?? [];
  if (after === undefined) {
    throw new Error(`${file} lacks the markers ${begin} and ${end}`);
  }
  return `${before}${begin}\n\n${extensionsTable(kind)}\n\n${end}${after}`;
}

const before = fs.readFileSync(file, 'utf8');
const config = await prettier.resolveConfig(file);
const after = prettier.format(
  ['extension', 'plugin'].reduce(withTable, before),
  { ...config, filepath: file },
);
if (!process.argv.includes('--check')) {
  fs.writeFileSync(file, after);
} else if (before !== after) {
  process.stderr.write(
    'docs/techdocs.md is stale: run `npm run docs:techdocs`\n',
  );
  process.exitCode = 1;
}
