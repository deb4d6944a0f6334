import fs from 'node:fs/promises';
import path from 'node:path';
import type { BenchContext } from '../context';
import { type BenchDatabase, startDatabase } from './database/startDatabase';
import {
  bundleServers,
  type CatalogPlugin,
  type ServerBundles,
} from './server/bundleServers';
import {
  type CatalogServer,
  startCatalogServer,
} from './server/startCatalogServer';

/** A database and the programs of one run, and the servers that it starts. */
export interface Arena {
  bundles: ServerBundles;
  database: BenchDatabase;
  /** Starts a server on its own database, and resolves when it lists so many components. */
  start(name: CatalogPlugin, components: number): Promise<CatalogServer>;
  stop(name: CatalogPlugin): Promise<void>;
  /** Stops everything. */
  close(): Promise<void>;
}

export async function openArena(options: {
  context: BenchContext;
  plugins: CatalogPlugin[];
}): Promise<Arena> {
  const { context, plugins } = options;
  const folder = await context.createDataFolder();
  const bundles = await bundleServers({ root: context.root, plugins });
  const database = await startDatabase({
    kind: context.options.database,
    folder,
  });
  const running = new Map<CatalogPlugin, CatalogServer>();
  const stop = async (name: CatalogPlugin) => {
    await running.get(name)?.stop();
    running.delete(name);
  };
  const close = async () => {
    for (const name of plugins) await stop(name);
    await database.stop();
  };
  // Ctrl-C ends a run in the middle.
  context.atTheEnd(close);
  return {
    bundles,
    database,
    async start(name, components) {
      const data = path.join(folder, name);
      await fs.mkdir(data, { recursive: true });
      const server = await startCatalogServer({
        name,
        bundle: bundles.backends[name],
        data,
        database: database.configOf(name),
        components,
      });
      running.set(name, server);
      return server;
    },
    stop,
    close,
  };
}
