import type { Product, Scene } from '../openScene';
import type { RunningCatalog } from '../programs/startCatalog';
import { countRequests, type RequestCounts } from '../requests/countRequests';
import { sinceFirst } from '../requests/sinceFirst';
import { untilSilent } from './untilSilent';

const GIVE_UP_MS = 300_000;

/** What a first synchronisation has cost. Times are in milliseconds, memory is in MB of 10^6 bytes. */
export interface FirstSync {
  /** Goes on running. */
  catalog: RunningCatalog;
  /** The number of the last request before it. */
  since: number;
  counts: RequestCounts;
  /** From the first request until everything was listed. */
  visible: number;
  /** From the start of the catalog's process until the same. */
  visibleFromStart: number;
  /** Of the catalog's process at that moment. */
  memory: number;
}

/** Starts a catalog on the scene's GitHub, and waits until it shows everything and asks for nothing more. */
export async function measureFirstSync(options: {
  scene: Scene;
  product: Product;
  /** As in `Scene`. */
  isSmall?: boolean;
}): Promise<FirstSync> {
  const { scene, product, isSmall } = options;
  const { sandbox, size } = scene;
  await sandbox.complete();
  const [before] = (await sandbox.requestsSince(0)).slice(-1);
  const catalog = await scene.startCatalog({ product, isSmall });
  const visible = await catalog.untilVisible({ size, giveUpMs: GIVE_UP_MS });
  const memory = await catalog.memory();
  const requests = await untilSilent({ sandbox, since: before.id });
  return {
    ...{ catalog, memory },
    since: before.id,
    counts: countRequests(requests),
    visible: sinceFirst({ requests, at: visible.at }),
    visibleFromStart: visible.ms,
  };
}
