import fs from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/** Packages from npm that Node cannot load as they are: they import JSON without saying so. */
const ONLY_BUNDLED = /^@actions\/(workflow-parser|expressions)($|\/)/;
const OWN = /^@callboard\//;

/** The bundles of the programs of this benchmark. */
export interface Bundles {
  sandbox: string;
  stock: string;
  callboard: string;
  reader: string;
}

/** Compiles the programs of this benchmark, each into one file below `root`, so that they find its `node_modules`. */
export async function bundlePrograms(options: {
  root: string;
}): Promise<Bundles> {
  const { root } = options;
  const output = path.join(root, '.cache', 'bench', 'github');
  await fs.mkdir(output, { recursive: true });
  const bundle = async (name: keyof Bundles) => {
    const outfile = path.join(output, `${name}.cjs`);
    await build({
      entryPoints: [
        path.join(
          root,
          'bench',
          'src',
          'github',
          'programs',
          `${name}Program.ts`,
        ),
      ],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node24',
      format: 'cjs',
      sourcemap: 'linked',
      // Backstage packages are CommonJS; import() of one must share the copy that require loads.
      supported: { 'dynamic-import': false },
      plugins: [
        {
          name: 'npm-outside',
          setup(bundled) {
            bundled.onResolve({ filter: /^[^./]/ }, args =>
              args.kind === 'entry-point' ||
              OWN.test(args.path) ||
              ONLY_BUNDLED.test(args.path)
                ? undefined
                : { path: args.path, external: true },
            );
          },
        },
      ],
      logLevel: 'error',
    });
    return outfile;
  };
  return {
    sandbox: await bundle('sandbox'),
    stock: await bundle('stock'),
    callboard: await bundle('callboard'),
    reader: await bundle('reader'),
  };
}
