import type { Location } from '@backstage/catalog-client';

/** A row of the table `locations`. */
export type LocationRow = {
  /** A UUID. */
  id: string;
  type: string;
  target: string;
  /** The ref of the entity that stands for the location; it stays the same when the target changes. */
  location_entity_ref: string;
};

/** The location as it is shown to users. */
export function toLocation(row: LocationRow): Location {
  const { id, type, target, location_entity_ref } = row;
  return { id, type, target, entityRef: location_entity_ref };
}
