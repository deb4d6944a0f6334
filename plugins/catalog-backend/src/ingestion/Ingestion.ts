import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/** The writing side of the catalog. Nothing else writes entities. All of it resolves once what it did is committed and, on this replica, readable. */
export interface Ingestion {
  /** The connection handed to `provider.connect`. */
  connectionFor(provider: EntityProvider): EntityProviderConnection;
  /**
   * Schedules an entity, and the locations that it came from, to be processed at once.
   * Throws `NotFoundError` when there is no such entity.
   */
  refresh(options: { entityRef: string }): Promise<void>;
  /**
   * Schedules the named entities to be processed at once; those that do not exist are passed over. With `force` what they
   * bring counts as changed. Resolves to how many there were.
   */
  refreshRefs(options: {
    entityRefs: readonly string[];
    force?: boolean;
  }): Promise<number>;
  /** Schedules what emitted one of these refresh keys, exactly or by prefix. Resolves to how many there were. */
  refreshKeys(options: {
    keys?: readonly string[];
    prefixes?: readonly string[];
  }): Promise<number>;
  /** Removes an entity; its parents are processed again, and bring it back where they still declare it. */
  removeEntityByUid(options: { uid: string }): Promise<void>;
}
