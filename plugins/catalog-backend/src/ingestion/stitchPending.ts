import type { Knex } from 'knex';
import { STOCK_SENTINEL_REF } from '../storage/stockSentinel';
import type { CommitRunner } from './CommitRunner';

const ENTITIES_PER_COMMIT = 1_000;

/** Puts together some of the entities that wait for it. Resolves to how many; 0 when none waits. */
export async function stitchPending(options: {
  knex: Knex;
  commits: CommitRunner;
}): Promise<number> {
  const { knex, commits } = options;
  const rows: { entity_ref: string }[] = await knex('stitch_queue')
    .select('entity_ref')
    .whereNot('entity_ref', STOCK_SENTINEL_REF)
    .limit(ENTITIES_PER_COMMIT);
  const entityRefs = rows.map(row => row.entity_ref);
  if (entityRefs.length === 0) return 0;
  await commits.commit(
    async ({ batch }) => {
      entityRefs.forEach(ref => batch.toStitch.add(ref));
    },
    { stitchEverything: true, stitched: entityRefs },
  );
  return entityRefs.length;
}
