import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';
import type { EventHandlerOptions } from '../createEventHandler';
import { sourcesOf } from '../../config/sourcesOf';

const BATCH = 500;
const PATIENCE_MS = 5_000;

/**
 * Has the catalog read again what refers to these files. Any provider's connection does it for all entities, so that one is enough. A
 * catalog that has not started reads everything when it does, and is not waited for long.
 */
export async function refreshFiles(
  options: Pick<EventHandlerOptions, 'settings' | 'link' | 'patienceMs'> & {
    host: string;
    owner: string;
    keys: string[];
  },
): Promise<void> {
  const { link, keys, patienceMs = PATIENCE_MS } = options;
  const [source] = sourcesOf(options);
  if (!source) {
    return;
  }
  const connection = await within(
    patienceMs,
    link.connectionOf({ providerName: source.providerName }),
  );
  for (let from = 0; connection && from < keys.length; from += BATCH) {
    await connection.refresh({ keys: keys.slice(from, from + BATCH) });
  }
}

async function within(
  ms: number,
  connection: Promise<EntityProviderConnection>,
): Promise<EntityProviderConnection | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>(resolve => {
    timer = setTimeout(resolve, ms, undefined);
  });
  try {
    return await Promise.race([connection, late]);
  } finally {
    clearTimeout(timer);
  }
}
