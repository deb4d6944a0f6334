import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { BenchOptions } from './parseOptions';
import { callboardPortal } from './products/callboardPortal';
import type { Portal } from './products/Portal';
import { stockPortal } from './products/stockPortal';
import { loadRepositoryTools, type RepositoryTools } from './repositoryTools';
import { type RunningPortal, startPortal } from './servers/startPortal';

/** What the benchmarks share. */
export interface BenchContext {
  options: BenchOptions;
  /** The root of this repository. */
  root: string;
  /** Stock first. */
  portals: Portal[];
  tools: RepositoryTools;
  /** Tells the person at the terminal what is being measured. */
  say(line: string): void;
  /** A new, empty folder that is removed at the end. */
  createDataFolder(): Promise<string>;
  /** Starts a portal; it is stopped at the end at the latest. */
  start(portal: Portal, data: string): Promise<RunningPortal>;
  /** Has `stop` called at the end at the latest, before the folders are removed. */
  atTheEnd(stop: () => Promise<void>): void;
  /** Stops what still runs and removes the folders. */
  close(): Promise<void>;
}

/** Creates the context of one run. */
export function createContext(input: {
  root: string;
  options: BenchOptions;
}): BenchContext {
  const { root, options } = input;
  const tools = loadRepositoryTools(root);
  const progress = tools.createProgress({ stream: process.stderr });
  const running = new Set<RunningPortal>();
  const folders: string[] = [];
  const stops: (() => Promise<void>)[] = [];

  async function close() {
    await Promise.all([...running].map(portal => portal.stop()));
    await Promise.all(stops.splice(0).map(stop => stop()));
    await Promise.all(
      folders.map(folder => fs.rm(folder, { recursive: true, force: true })),
    );
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => close().finally(() => process.exit(130)));
  }

  return {
    options,
    root,
    tools,
    portals: [
      stockPortal({
        root,
        tools,
        progress,
        catalog: path.join(root, 'examples', 'all.yaml'),
      }),
      callboardPortal({ root, tools, progress }),
    ],
    atTheEnd: stop => {
      stops.push(stop);
    },
    say: line => process.stderr.write(`  ${line}\n`),
    async createDataFolder() {
      const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-bench-'));
      folders.push(folder);
      return folder;
    },
    async start(portal, data) {
      const started = await startPortal({ portal, data });
      running.add(started);
      return {
        ...started,
        async stop() {
          running.delete(started);
          await started.stop();
        },
      };
    },
    close,
  };
}
