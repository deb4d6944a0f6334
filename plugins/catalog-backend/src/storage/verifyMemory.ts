import type { Knex } from 'knex';
import { Checksum } from '../index/Checksum';
import { readSeq } from './changeFeed';
import { dialectOf } from './dialect';

const PAGE_SIZE = 10_000;

/** What the index should hold, by the database. */
export type DatabaseChecksum = { seq: number; checksum: string };

/** Computes over all final entities what the index keeps as its checksum, as of one commit. */
export async function checksumOfDatabase(options: {
  knex: Knex;
}): Promise<DatabaseChecksum> {
  const { knex } = options;
  return knex.transaction(
    async tx => {
      const seq = await readSeq(tx);
      const checksum = new Checksum();
      let after = '';
      for (;;) {
        const rows: { entity_id: string; hash: string }[] = await tx(
          'final_entities',
        )
          .select('entity_id', 'hash')
          .whereNotNull('final_entity')
          .where('entity_id', '>', after)
          .orderBy('entity_id')
          .limit(PAGE_SIZE);
        if (rows.length === 0) break;
        for (const row of rows) checksum.add(row.entity_id, row.hash);
        after = rows[rows.length - 1].entity_id;
      }
      return { seq, checksum: checksum.toString() };
    },
    dialectOf(knex) === 'postgres'
      ? { isolationLevel: 'repeatable read', readOnly: true }
      : undefined,
  );
}
