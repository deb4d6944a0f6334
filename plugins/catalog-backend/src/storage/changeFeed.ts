import type { Knex } from 'knex';
import { databaseTimeMs } from './databaseTime';
import { dialectOf } from './dialect';

/** How long commits stay readable. Who was away for longer reads the whole catalog anew. */
export const CHANGES_KEPT_MS = 60 * 60 * 1000;

/** A commit that waits so long for another, or has a statement that takes so long, is given up. */
export const COMMIT_PATIENCE_MS = 30_000;

/** What a commit touched, by entity id. */
export type Touched = { changed: string[]; removed: string[] };

/**
 * Takes the commit lock and the next number. The lock is the row itself: others wait at this statement until the transaction ends,
 * so that commits are one after the other and become visible in the order of their numbers.
 */
export async function beginCommit(
  tx: Knex,
): Promise<{ seq: number; nowMs: number }> {
  const next = `UPDATE engine_clock SET seq = seq + 1 WHERE id = 1 RETURNING seq, ${databaseTimeMs(
    tx,
  )} AS now_ms`;
  const row =
    dialectOf(tx) === 'postgres'
      ? await begin(tx, next)
      : (await tx.raw(next))[0];
  return { seq: Number(row.seq), nowMs: Number(row.now_ms) };
}

/** In one message to the server. */
async function begin(tx: Knex, next: string) {
  const results: { rows: any[] }[] = (await tx.raw(
    `SET LOCAL lock_timeout = ${COMMIT_PATIENCE_MS}; SET LOCAL statement_timeout = ${COMMIT_PATIENCE_MS}; ${next}`,
  )) as any;
  return results[2].rows[0];
}

/** Publishes a commit to all replicas, in its own transaction. */
export async function publishChanges(options: {
  tx: Knex;
  seq: number;
  nowMs: number;
  touched: Touched;
}): Promise<void> {
  const { tx, seq, nowMs, touched } = options;
  await tx('engine_changes').insert({
    seq,
    committed_at: nowMs,
    changes: JSON.stringify(touched),
  });
}

/** The number of the newest commit. */
export async function readSeq(knex: Knex): Promise<number> {
  const row = await knex('engine_clock').where({ id: 1 }).first('seq');
  return Number(row.seq);
}

/**
 * What happened after commit `after`, up to commit `until`, as one change; `gap` when some of these commits are no longer kept.
 * An entity is in one of the lists only: the one that tells how things stand at the end.
 */
export async function readChanges(options: {
  tx: Knex;
  after: number;
  until: number;
}): Promise<Touched | 'gap'> {
  const { tx, after, until } = options;
  const rows: { seq: number | string; changes: string }[] = await tx(
    'engine_changes',
  )
    .where('seq', '>', after)
    .where('seq', '<=', until)
    .orderBy('seq')
    .select('seq', 'changes');
  if (rows.length !== until - after) return 'gap';
  const changed = new Set<string>();
  const removed = new Set<string>();
  for (const row of rows) {
    const touched: Touched = JSON.parse(row.changes);
    // Ids are never used again, so what is removed once stays so.
    touched.removed.forEach(id => removed.add(id));
    touched.changed.forEach(id => changed.add(id));
  }
  for (const id of removed) changed.delete(id);
  return { changed: [...changed], removed: [...removed] };
}

/** Forgets commits that are older than `CHANGES_KEPT_MS`. */
export async function pruneChanges(knex: Knex): Promise<void> {
  await knex('engine_changes')
    .whereRaw(`committed_at < ${databaseTimeMs(knex)} - ?`, [CHANGES_KEPT_MS])
    .delete();
}
