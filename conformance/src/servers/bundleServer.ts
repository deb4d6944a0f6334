import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { build, Plugin } from 'esbuild';
import { ServerKind } from './startServer';

/**
 * Bundles a server under test the way the portal is bundled: packages of this workspace inside, those from npm outside.
 * Returns the path of the bundle in `folder`, which is the same for the same code: V8 keeps what it has compiled by the path of a file.
 */
export async function bundleServer(options: {
  kind: ServerKind;
  root: string;
  folder: string;
}): Promise<string> {
  const { kind, root, folder } = options;
  const own = workspacePackages(root);
  const npmOutside: Plugin = {
    name: 'npm-outside',
    setup(bundle) {
      bundle.onResolve({ filter: /^[^./]/ }, ({ path, kind: how }) => {
        if (how === 'entry-point' || own.has(packageName(path))) {
          return undefined;
        }
        return { path, external: true };
      });
    },
  };
  const outfile = join(folder, `${kind}-${process.pid}-${Date.now()}.cjs`);
  await build({
    entryPoints: [
      join(root, 'conformance', 'src', 'servers', `${kind}Server.ts`),
    ],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    // Backstage packages are CommonJS; import() of one must share the copy that require loads.
    supported: { 'dynamic-import': false },
    plugins: [npmOutside],
    logLevel: 'error',
  });
  const hash = createHash('sha256').update(readFileSync(outfile)).digest('hex');
  const bundle = join(folder, `${kind}-${hash.slice(0, 16)}.cjs`);
  renameSync(outfile, bundle);
  return bundle;
}

function workspacePackages(root: string): Set<string> {
  return new Set(
    ['packages', 'plugins']
      .map(parent => join(root, parent))
      .filter(existsSync)
      .flatMap(parent =>
        readdirSync(parent).map(name => join(parent, name, 'package.json')),
      )
      .filter(existsSync)
      .map(manifest => JSON.parse(readFileSync(manifest, 'utf8')).name),
  );
}

/** `@scope/name/deep` is a part of `@scope/name`. */
function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
