/** How much one entity may be, and bring with it. What exceeds one of these gets an error; nothing else is affected. */
export type EntityLimits = {
  /** The entity as JSON, in bytes. */
  size: number;
  /** How many levels of objects and arrays are nested in each other. */
  depth: number;
  /** `metadata.tags` */
  tags: number;
  /** Relations that processors emit for it, incoming ones included. */
  relations: number;
  /** Entities and locations that processors emit for it. */
  entities: number;
  /** Refresh keys that processors emit for it. */
  refreshKeys: number;
};

/**
 * Far beyond what real catalogs hold: the largest published OpenAPI documents are about 10 MB, and a group may have 50,000 members, with
 * two relations for each; the entities of an organisation of 100,000 people may come out of one location.
 */
export const DEFAULT_ENTITY_LIMITS: EntityLimits = {
  size: 16 * 1024 * 1024,
  depth: 100,
  tags: 1_000,
  relations: 100_000,
  entities: 100_000,
  refreshKeys: 100_000,
};
