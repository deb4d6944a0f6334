import type { Side } from '../harness/Side';

/** What entities came to when they were last processed, by reference. */
export type Results = Map<string, string | null>;

export async function readResults({ knex }: Side): Promise<Results> {
  const rows = await knex('refresh_state').select('entity_ref', 'result_hash');
  return new Map(rows.map(row => [row.entity_ref, row.result_hash]));
}

/**
 * Has stock process again what came to something new since then. Its result includes who stood behind the children before they were
 * written, so the second run always differs from the first, and writes all of it once more. In a real catalog that comes minutes
 * later; here it must not come in the middle of a later step.
 */
export async function lookTwice(side: Side, before: Results) {
  if (side.engine !== 'stock') {
    return;
  }
  const changed = [...(await readResults(side))]
    .filter(([ref, hash]) => hash && before.get(ref) !== hash)
    .map(([ref]) => ref);
  await side
    .knex('refresh_state')
    .whereIn('entity_ref', changed)
    .update({ next_update_at: side.knex.fn.now() });
}
