import path from 'node:path';
import type { JsonObject } from '@backstage/types';
import type { PortalCredentials } from '@callboard/github-sandbox';
import fs from 'node:fs/promises';
import { findFreePort } from '../servers/findFreePort';
import type { BenchContext } from '../context';
import type { CompanySize } from './CompanySize';
import { createCredentials } from './createCredentials';
import { bundlePrograms, type Bundles } from './programs/bundlePrograms';
import { type RunningSandbox, startSandbox } from './programs/startSandbox';
import { type RunningCatalog, startCatalog } from './programs/startCatalog';
import { catalogConfig } from './catalogConfig';

const LATENCY_MS = 80;
const TOKEN = 'a-token-of-the-benchmark-alone';

export type Product = 'stock' | 'callboard';

/** A GitHub of a size, and a catalog connected to it, each in a process of its own. */
export interface Scene {
  size: CompanySize;
  /** A folder for what a measurement needs. */
  folder: string;
  sandbox: RunningSandbox;
  bundles: Bundles;
  /** Of the portal's App. */
  credentials: PortalCredentials;
  startCatalog(options: {
    product: Product;
    /** Settings of Callboard's own. */
    own?: JsonObject;
    /** With little memory, and so with its databases in files. @defaultValue false */
    isSmall?: boolean;
  }): Promise<RunningCatalog>;
  close(): Promise<void>;
}

export async function openScene(options: {
  context: BenchContext;
  size: CompanySize;
  cycleSeconds: number;
}): Promise<Scene> {
  const { context, size, cycleSeconds } = options;
  const bundles = await bundlePrograms({ root: context.root });
  const folder = await context.createDataFolder();
  const repositories = path.join(folder, 'repositories');
  await fs.mkdir(repositories);
  const credentials = createCredentials();
  const port = await findFreePort();
  const stops: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const stop of stops.splice(0).reverse()) await stop();
  };
  // Ctrl-C ends a run in the middle.
  context.atTheEnd(close);

  const sandbox = await startSandbox({
    bundle: bundles.sandbox,
    folder,
    settings: {
      ...size,
      port: await findFreePort(),
      directory: repositories,
      latencyMs: LATENCY_MS,
      credentials,
      portalUrl: `http://127.0.0.1:${port}`,
      controlToken: TOKEN,
    },
  });
  stops.push(sandbox.stop);
  return {
    ...{ size, folder, sandbox, bundles, credentials, close },
    async startCatalog({ product, own, isSmall = false }) {
      const catalog = await startCatalog({
        product,
        bundle: bundles[product],
        folder,
        port,
        token: TOKEN,
        isSmall,
        config: catalogConfig({
          ...{ port, credentials, cycleSeconds, own },
          token: TOKEN,
          sandboxUrl: sandbox.url,
          ...(isSmall && { databases: await context.createDataFolder() }),
        }),
      });
      stops.push(catalog.stop);
      return catalog;
    },
  };
}
