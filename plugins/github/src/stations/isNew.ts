import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_SEEN_AT } from '@callboard/plugin-github-common';

const NEW_MS = 7 * 24 * 60 * 60_000;

/** Whether the portal saw the entity's descriptor within a week. Only then the backend is asked how far the service has come. */
export function isNew(options: { entity: Entity; now: Date }): boolean {
  const { entity, now } = options;
  const seenAt = entity.metadata.annotations?.[ANNOTATION_SEEN_AT];
  if (!seenAt) return false;
  return now.getTime() - new Date(seenAt).getTime() < NEW_MS;
}
