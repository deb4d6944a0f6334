import fs from 'node:fs/promises';
import path from 'node:path';
import type { Progress, RepositoryTools } from '../repositoryTools';
import { cleanEnvironment } from './cleanEnvironment';
import type { Command, Portal } from './Portal';

const STAMP = 'bench-stock';

/** Stock Backstage as create-app scaffolds it, built and started as its documentation says for production. */
export function stockPortal(options: {
  root: string;
  /** The entities that it is to serve. */
  catalog: string;
  tools: RepositoryTools;
  progress: Progress;
}): Portal {
  const { root, catalog, tools, progress } = options;
  const source = path.join(root, 'bench', 'stock');
  const deployed = path.join(root, '.cache', 'bench', 'stock');

  const packageBuild = (name: string, ...args: string[]): Command => ({
    command: process.execPath,
    args: [
      path.join(
        root,
        'node_modules',
        '@backstage',
        'cli',
        'bin',
        'backstage-cli',
      ),
      'package',
      'build',
      ...args,
    ],
    cwd: path.join(source, 'packages', name),
    env: cleanEnvironment(process.env, { NODE_ENV: 'production' }),
  });
  const buildFrontendCommand = () =>
    packageBuild('app', '--config', path.join(source, 'app-config.yaml'));

  /** What its Containerfile does: unpacks the bundle beside the configuration. */
  async function deploy() {
    await fs.rm(deployed, { recursive: true, force: true });
    await fs.mkdir(path.join(deployed, 'node_modules'), { recursive: true });
    const bundle = path.join(source, 'packages/backend/dist/bundle.tar.gz');
    await tools.runOrFail({
      command: 'tar',
      args: ['-xzf', bundle, '-C', deployed],
      cwd: deployed,
      env: cleanEnvironment(process.env, {}),
    });
    for (const file of [
      'app-config.yaml',
      'app-config.production.yaml',
      'backstage.json',
    ]) {
      await fs.copyFile(path.join(source, file), path.join(deployed, file));
    }
    // All other packages are found in node_modules of the repository, which lies further up.
    await fs.symlink(
      path.join('..', 'packages', 'app'),
      path.join(deployed, 'node_modules', 'stock-app'),
    );
  }

  return {
    name: 'stock',
    // The template shows the catalog on the first page.
    catalogPath: '/',
    async prepare() {
      const value = tools.fingerprint(['pnpm-lock.yaml', 'bench/stock']);
      if (tools.isFresh(STAMP, value)) {
        return;
      }
      tools.markStale(STAMP);
      await progress.step('Building stock Backstage', async () => {
        await tools.runOrFail(buildFrontendCommand());
        await tools.runOrFail(
          packageBuild('backend', '--skip-build-dependencies'),
        );
        await deploy();
      });
      tools.markFresh(STAMP, value);
    },
    startCommand: ({ port, data }) => ({
      command: process.execPath,
      args: [
        'packages/backend',
        '--config',
        'app-config.yaml',
        '--config',
        'app-config.production.yaml',
      ],
      cwd: deployed,
      env: cleanEnvironment(process.env, {
        NODE_ENV: 'production',
        // In an installation of its own, `stock-app` would lie in the same folder as the packages that look for it.
        NODE_PATH: path.join(deployed, 'node_modules'),
        STOCK_PORT: String(port),
        STOCK_DATA: data,
        STOCK_CATALOG: catalog,
      }),
    }),
    buildFrontendCommand,
    async forgetCaches() {},
    installation: {
      packages: [path.join(source, 'packages', 'backend')],
      own: [deployed],
    },
  };
}
