import type { Knex } from 'knex';
import { CatalogMemory } from '../ingestion/CatalogMemory';
import { readSeq } from './changeFeed';
import { dialectOf } from './dialect';
import { readAllRecords } from './readRecords';

const PAGE_SIZE = 2_000;

/** Reads the whole catalog into a new memory. `knex` may be a transaction; otherwise one is made, so that all of it is one state. */
export async function readMemory(options: {
  knex: Knex;
}): Promise<CatalogMemory> {
  const { knex } = options;
  if (!knex.isTransaction) {
    return knex.transaction(
      tx => readMemory({ knex: tx }),
      dialectOf(knex) === 'postgres'
        ? { isolationLevel: 'repeatable read', readOnly: true }
        : undefined,
    );
  }
  const memory = CatalogMemory.empty();
  const seq = await readSeq(knex);
  for await (const { nodes, finals } of readAllRecords({
    tx: knex,
    pageSize: PAGE_SIZE,
  })) {
    memory.applyForeign({ seq, removed: [], nodes, finals });
  }
  memory.seq = seq;
  return memory;
}
