import type { LoggerService } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { Knex } from 'knex';
import type { CatalogMemory } from '../ingestion/CatalogMemory';
import { readMemory } from './readMemory';
import { readSnapshot } from './snapshots';

/** The catalog in memory: from a snapshot where there is a good one, else from all entities. The change feed brings it up to date. */
export async function openMemory(options: {
  knex: Knex;
  logger: LoggerService;
}): Promise<CatalogMemory> {
  const { knex, logger } = options;
  try {
    const memory = await readSnapshot({ knex });
    if (memory) return memory;
  } catch (error) {
    logger.warn(
      `The snapshot of the catalog's index cannot be used, ${stringifyError(
        error,
      )}. Reading all entities instead.`,
    );
  }
  return readMemory({ knex });
}
