import type { Knex } from 'knex';
import { HASH_PREFIX } from '../ingestion/stitch';
import { databaseTimeMs } from './databaseTime';
import { dialectOf } from './dialect';
import { STOCK_SENTINEL_REF } from './stockSentinel';

export type TakeOver =
  /** Nobody but the engine has written since it was here last. */
  | 'continued'
  /** There is no entity yet. */
  | 'empty'
  /** The stock catalog has worked on this database; what the engine keeps beside its tables was made to fit. */
  | 'taken over';

/**
 * Finds out whether the stock catalog was here, and if so brings the engine's own tables in line: emitted relations come from its table
 * `relations` for each entity that it processed last, everything is due when it would have been due there, and commits get a new number, so that no
 * older snapshot fits.
 */
export async function takeOver(options: {
  knex: Knex;
  /** Nothing is due later than this from now, in ms. */
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

    await fillEntities({ tx, intervalMs });
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
    const entity = await tx('refresh_state').first('entity_id');
    return entity ? 'taken over' : 'empty';
  });
}

async function fillEntities(options: { tx: Knex; intervalMs: number }) {
  const { tx, intervalMs } = options;
  const isPostgres = dialectOf(tx) === 'postgres';
  const triples = isPostgres
    ? `(SELECT json_agg(part) FROM relations r
        CROSS JOIN LATERAL unnest(ARRAY[CASE WHEN r.source_entity_ref = s.entity_ref THEN '' ELSE r.source_entity_ref END, r.type, r.target_entity_ref]) WITH ORDINALITY AS p(part, position)
        WHERE r.originating_entity_id = s.entity_id)`
    : `(SELECT json_group_array(part) FROM (
          SELECT CASE p.position WHEN 0 THEN CASE WHEN r.source_entity_ref = s.entity_ref THEN '' ELSE r.source_entity_ref END
                                 WHEN 1 THEN r.type ELSE r.target_entity_ref END AS part
          FROM relations r CROSS JOIN (SELECT 0 AS position UNION ALL SELECT 1 UNION ALL SELECT 2) p
          WHERE r.originating_entity_id = s.entity_id
          ORDER BY r.rowid, p.position))`;
  const nextUpdateAt = isPostgres
    ? `floor(extract(epoch from s.next_update_at) * 1000)::bigint`
    : `cast(unixepoch(s.next_update_at) * 1000 as integer)`;
  const smaller = isPostgres ? 'LEAST' : 'MIN';
  const now = databaseTimeMs(tx);
  await tx.raw(
    `INSERT INTO engine_entities (entity_id, relations, due_at, attempts)
     SELECT s.entity_id, COALESCE(CAST(${triples} AS text), '[]'), ${smaller}(${nextUpdateAt}, ${now} + ?), 0
     FROM refresh_state s
     WHERE COALESCE(s.result_hash, '') NOT LIKE ?
     ON CONFLICT (entity_id) DO UPDATE SET relations = excluded.relations, due_at = excluded.due_at`,
    [Math.round(intervalMs), `${HASH_PREFIX}%`],
  );
}
