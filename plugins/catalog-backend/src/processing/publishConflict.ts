import type { Entity } from '@backstage/catalog-model';
import { CATALOG_CONFLICTS_TOPIC } from '@backstage/plugin-catalog-backend';
import type { EventsService } from '@backstage/plugin-events-node';

/** Tells the world that a location claims an entity which another one holds. Says nothing of what comes without a location. */
export async function publishConflict(options: {
  events: EventsService;
  unprocessedEntity: Entity;
  entityRef: string;
  newLocationKey: string | null;
  existingLocationKey: string;
  now: Date;
}): Promise<void> {
  const { events, now, ...conflict } = options;
  if (!conflict.newLocationKey) return;
  await events.publish({
    topic: CATALOG_CONFLICTS_TOPIC,
    eventPayload: { ...conflict, lastConflictAt: now.toISOString() },
  });
}
