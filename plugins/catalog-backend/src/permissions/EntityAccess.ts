import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Location } from '@backstage/catalog-client';

type WithCredentials = { credentials: BackstageCredentials };

/** How much of the catalog a caller may use. */
export type EntityReach = 'all' | 'some' | 'none';

/** What a caller may do with the entities that stand for locations, and with those that locations bring. */
export interface EntityAccess {
  reach(to: 'read' | 'delete', options: WithCredentials): Promise<EntityReach>;

  /** Those of the references that lead to an entity which the caller may read. */
  readableOf(
    entityRefs: string[],
    options: WithCredentials,
  ): Promise<ReadonlySet<string>>;

  /**
   * Whether the caller may remove the entity of a location and every entity that has it as its origin. `false` where this cannot be told,
   * because the catalog does not have the entity of the location.
   */
  mayRemoveAllOf(
    location: Location,
    options: WithCredentials,
  ): Promise<boolean>;
}
