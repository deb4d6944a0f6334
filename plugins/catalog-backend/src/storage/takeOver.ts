import type { Knex } from 'knex';
import { HASH_PREFIX } from '../ingestion/stitch';
import { databaseTimeMs } from './databaseTime';
import { dialectOf } from './dialect';
import { STOCK_SENTINEL_REF } from './stockSentinel';

export type TakeOver =
  /** Nobody but the engine has written since it was here last. */
  | 'continued'
  /** The stock catalog has worked on this database; what the engine keeps beside its tables was made to fit. */
  | 'taken over';

/**
 * Finds out whether the stock catalog was here, and if so brings the engine's own tables in line: emitted relations come from its table
 * `relations` for each entity that it processed last, everything gets a place in the queue, and commits get a new number, so that no
 * older snapshot fits.
 */
export async function takeOver(options: {
  knex: Knex;
  /** Entities without a place in the queue get theirs spread over this time, in ms. */
  intervalMs: number;
}): Promise<TakeOver> {
  const { knex, intervalMs } = options;
  return knex.transaction(async tx => {
    // Other replicas that start wait here, and then find it done.
    await tx('engine_clock').where({ id: 1 }).update({ id: 1 });
    const sentinel = await tx('stitch_queue')
      .where({ entity_ref: STOCK_SENTINEL_REF })
      .first();
    if (sentinel) return 'continued';

    await fillEntities(tx);
    await fillQueue({ tx, intervalMs });
    await tx('engine_snapshots').delete();
    await tx('engine_changes').delete();
    await tx('engine_clock')
      .where({ id: 1 })
      .update({ seq: tx.raw('seq + 1') });
    await tx('stitch_queue').insert({
      entity_ref: STOCK_SENTINEL_REF,
      stitch_ticket: '',
      next_stitch_at: tx.fn.now(),
    });
    return 'taken over';
  });
}

async function fillEntities(tx: Knex) {
  const triples =
    dialectOf(tx) === 'postgres'
      ? `(SELECT json_agg(part) FROM relations r
          CROSS JOIN LATERAL unnest(ARRAY[CASE WHEN r.source_entity_ref = s.entity_ref THEN '' ELSE r.source_entity_ref END, r.type, r.target_entity_ref]) WITH ORDINALITY AS p(part, position)
          WHERE r.originating_entity_id = s.entity_id)`
      : `(SELECT json_group_array(part) FROM (
            SELECT CASE p.position WHEN 0 THEN CASE WHEN r.source_entity_ref = s.entity_ref THEN '' ELSE r.source_entity_ref END
                                   WHEN 1 THEN r.type ELSE r.target_entity_ref END AS part
            FROM relations r CROSS JOIN (SELECT 0 AS position UNION ALL SELECT 1 UNION ALL SELECT 2) p
            WHERE r.originating_entity_id = s.entity_id
            ORDER BY r.rowid, p.position))`;
  await tx.raw(
    `INSERT INTO engine_entities (entity_id, relations)
     SELECT s.entity_id, COALESCE(CAST(${triples} AS text), '[]')
     FROM refresh_state s
     WHERE s.processed_entity IS NOT NULL AND COALESCE(s.result_hash, '') NOT LIKE ?
     ON CONFLICT (entity_id) DO UPDATE SET relations = excluded.relations`,
    [`${HASH_PREFIX}%`],
  );
}

/** What stock would process by now is due now; the rest when stock would have processed it. */
async function fillQueue(options: { tx: Knex; intervalMs: number }) {
  const { tx, intervalMs } = options;
  const now = databaseTimeMs(tx);
  const nextUpdateAt =
    dialectOf(tx) === 'postgres'
      ? `floor(extract(epoch from s.next_update_at) * 1000)::bigint`
      : `cast(unixepoch(s.next_update_at) * 1000 as integer)`;
  const smaller = dialectOf(tx) === 'postgres' ? 'LEAST' : 'MIN';
  await tx.raw(
    `INSERT INTO engine_queue (entity_id, due_at, attempts)
     SELECT s.entity_id, ${smaller}(${nextUpdateAt}, ${now} + ?), 0
     FROM refresh_state s
     WHERE true
     ON CONFLICT (entity_id) DO NOTHING`,
    [Math.round(intervalMs)],
  );
}
