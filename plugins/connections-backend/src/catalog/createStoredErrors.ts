import type { Knex } from 'knex';
import { storedCatalog } from '../database/storedCatalog';
import type { CatalogCounts } from '../inspection/InspectionContext';

/** What the catalog's database says of errors, also of those before a start and in other replicas. */
export interface StoredErrors {
  /** Undefined where the database is at a place that only the catalog knows, is not there yet, or cannot be read. */
  read(): Promise<Pick<CatalogCounts, 'failing' | 'failures'> | undefined>;
  close(): Promise<void>;
}

/** Opens the database when it is needed first: the catalog may make it later than this. */
export function createStoredErrors(options: {
  /** Undefined where there is none (yet). */
  open(): Knex | undefined;
}): StoredErrors {
  let knex: Knex | undefined;
  return {
    async read() {
      knex ??= options.open();
      if (!knex) return undefined;
      try {
        const { failing, failures } = await storedCatalog({ knex }).counts();
        return { failing, failures };
      } catch {
        return undefined;
      }
    },
    async close() {
      await knex?.destroy();
    },
  };
}
