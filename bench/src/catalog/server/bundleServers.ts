import fs from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

/** The catalog plugins that are compared, and where they are imported from. */
export const CATALOG_PLUGINS = {
  stock: '@backstage/plugin-catalog-backend',
  callboard: '@callboard/plugin-catalog-backend',
};

export type CatalogPlugin = keyof typeof CATALOG_PLUGINS;

/** The files that the processes of this benchmark run. */
export interface ServerBundles {
  backends: Record<CatalogPlugin, string>;
  bareServer: string;
  loadClient: string;
}

/**
 * Compiles the programs that run in processes of their own, each into one file, the way a backend is bundled: packages of this
 * repository inside, those from npm outside. The files lie below `root`, so that they find its `node_modules`.
 */
export async function bundleServers(options: {
  root: string;
  plugins: CatalogPlugin[];
}): Promise<ServerBundles> {
  const { root, plugins } = options;
  const source = path.join(root, 'bench', 'src', 'catalog');
  const output = path.join(root, '.cache', 'bench', 'catalog');
  await fs.mkdir(output, { recursive: true });

  const bundle = async (name: string, contents: string) => {
    const outfile = path.join(output, `${name}.cjs`);
    await build({
      stdin: { contents, resolveDir: source, sourcefile: `${name}.ts` },
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node24',
      format: 'cjs',
      sourcemap: 'linked',
      // Backstage packages are CommonJS; import() of one must share the copy that require loads.
      supported: { 'dynamic-import': false },
      alias: {
        [CATALOG_PLUGINS.callboard]: path.join(
          root,
          'plugins',
          'catalog-backend',
        ),
      },
      packages: 'external',
      logLevel: 'error',
    });
    return outfile;
  };

  const backends: Partial<Record<CatalogPlugin, string>> = {};
  for (const plugin of plugins) {
    backends[plugin] = await bundle(
      plugin,
      `import { runCatalogBackend } from './server/runCatalogBackend';
       runCatalogBackend({ catalog: import('${CATALOG_PLUGINS[plugin]}') });`,
    );
  }
  return {
    backends: backends as Record<CatalogPlugin, string>,
    bareServer: await bundle('bareServer', `import './load/bareServer';`),
    loadClient: await bundle('loadClient', `import './load/loadClient';`),
  };
}
