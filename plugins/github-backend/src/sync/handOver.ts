import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import { chunked } from '../store/chunked';
import type { MirrorContext } from './MirrorContext';

/** What a provider has to tell the catalog. */
export interface Change {
  added: DeferredEntity[];
  removed: { entityRef: string; locationKey?: string }[];
}

const AT_ONCE = 500;

/**
 * Tells the catalog. What goes from one provider to another has to leave the first before the second brings it, so those that only lose come
 * first. Providers that are not configured any more have nobody to speak for them, and are left out.
 */
export async function handOver(options: {
  context: Pick<MirrorContext, 'link' | 'settings'>;
  changes: Map<string, Change>;
  refreshKeys: string[];
}): Promise<void> {
  const { context, changes, refreshKeys } = options;
  const { link, settings } = context;
  const names = new Set(settings.repositories.map(each => each.providerName));
  const ordered = [...changes]
    .filter(([name]) => names.has(name))
    .sort(([, a], [, b]) => b.removed.length - a.removed.length);
  for (const [providerName, { added, removed }] of ordered) {
    if (added.length > 0 || removed.length > 0) {
      const connection = await link.connectionOf({ providerName });
      await connection.applyMutation({ type: 'delta', added, removed });
    }
  }
  const [providerName] = names;
  if (refreshKeys.length > 0 && providerName) {
    const connection = await link.connectionOf({ providerName });
    for (const keys of chunked(refreshKeys, AT_ONCE)) {
      await connection.refresh({ keys });
    }
  }
}
