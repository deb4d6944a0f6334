import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ArrivalStore } from './ArrivalStore';

export interface ArrivalList {
  /** When the portal began to watch, ISO 8601; absent while the baseline is being read. */
  watchingSince?: string;
  /** Newest first. */
  items: Array<{
    entityRef: string;
    kind: string;
    /** What people call it. */
    name: string;
    /** ISO 8601. */
    firstSeenAt: string;
  }>;
}

const BATCH = 50;
/** Someone who may read next to nothing gets a short list, not a search through the whole catalog. */
const MAX_BATCHES = 4;

/** The newest entities that the caller may read: the catalog decides, entity by entity. */
export async function listArrivals(options: {
  store: ArrivalStore;
  catalog: CatalogService;
  credentials: BackstageCredentials;
  limit: number;
}): Promise<ArrivalList> {
  const { store, catalog, credentials, limit } = options;
  const { settledAt } = await store.readState();
  const items: ArrivalList['items'] = [];

  for (let batch = 0; batch < MAX_BATCHES && items.length < limit; batch++) {
    const newest = await store.readNewest({
      limit: BATCH,
      offset: batch * BATCH,
    });
    if (newest.length === 0) break;
    const found = await catalog.getEntitiesByRefs(
      {
        entityRefs: newest.map(({ entityRef }) => entityRef),
        fields: ['kind', 'metadata.name', 'metadata.title'],
      },
      { credentials },
    );
    newest.forEach(({ entityRef, firstSeenAt }, index) => {
      const entity: Entity | undefined = found.items[index];
      if (!entity) return;
      items.push({
        entityRef,
        kind: entity.kind,
        name: entity.metadata.title ?? entity.metadata.name,
        firstSeenAt: new Date(firstSeenAt).toISOString(),
      });
    });
    if (newest.length < BATCH) break;
  }
  return {
    ...(settledAt && { watchingSince: new Date(settledAt).toISOString() }),
    items: items.slice(0, limit),
  };
}
