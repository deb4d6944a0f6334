// How the `callboard` command is bundled, with the workspace packages that it uses. What comes from npm stays outside, so
// that migrations, configuration schemas and run-time plugins find one copy of each package in node_modules.
import { createRequire } from 'node:module';
import fs from 'node:fs';
import path from 'node:path';

const require = createRequire(import.meta.url);
const { root, commandBundle } = require('./paths.js');

const workspacePackages = new Set(
  ['packages', 'plugins'].flatMap(parent =>
    fs
      .readdirSync(path.join(root, parent))
      .map(name => path.join(root, parent, name, 'package.json'))
      .filter(manifest => fs.existsSync(manifest))
      .map(manifest => JSON.parse(fs.readFileSync(manifest, 'utf8')).name),
  ),
);

/** `@scope/name/deep` -> `@scope/name` */
const packageName = specifier =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** Packages from npm that Node cannot load as they are (they import JSON without saying so), or loads slowly (700 small modules). */
const onlyBundled = new Set([
  '@actions/workflow-parser',
  '@actions/expressions',
  'linguist-languages',
]);

const externalDependencies = {
  name: 'external-dependencies',
  setup(bundle) {
    bundle.onResolve({ filter: /^[^./]/ }, args => {
      if (args.kind === 'entry-point' || path.isAbsolute(args.path)) {
        return undefined;
      }
      const name = packageName(args.path);
      return workspacePackages.has(name) || onlyBundled.has(name)
        ? undefined
        : { path: args.path, external: true };
    });
  },
};

export const bundleOptions = {
  entryPoints: [path.join(root, 'packages', 'cli', 'src', 'index.ts')],
  outfile: commandBundle,
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'cjs',
  sourcemap: 'linked',
  // Backstage packages are CommonJS; `import()` of one must share the copy that `require` loads.
  supported: { 'dynamic-import': false },
  plugins: [externalDependencies],
  logLevel: 'info',
};
