import type { Side } from '../harness/Side';

/** What entities came to when they were last processed, by reference. */
export type Results = Map<string, string | null>;

export async function readResults({ knex }: Side): Promise<Results> {
  const rows = await knex('refresh_state').select('entity_ref', 'result_hash');
  return new Map(rows.map(row => [row.entity_ref, row.result_hash]));
}

/** The entities that came to something else since then. */
export async function changedSince(
  side: Side,
  before: Results,
): Promise<string[]> {
  return [...(await readResults(side))]
    .filter(([ref, hash]) => hash && before.get(ref) !== hash)
    .map(([ref]) => ref);
}

/**
 * Has a catalog process these entities again. In stock, the result of a run includes who stood behind the children before they were
 * written, so the second run always differs from the first, and writes all of it once more. In a real catalog that comes minutes
 * later; here it must not come in the middle of a later step.
 */
export async function lookAgain(side: Side, entityRefs: string[]) {
  const { engine, knex } = side;
  if (engine === 'stock') {
    await knex('refresh_state')
      .whereIn('entity_ref', entityRefs)
      .update({ next_update_at: knex.fn.now() });
  } else {
    await knex('engine_entities')
      .whereIn(
        'entity_id',
        knex('refresh_state')
          .select('entity_id')
          .whereIn('entity_ref', entityRefs),
      )
      .update({ due_at: 0 });
  }
}
