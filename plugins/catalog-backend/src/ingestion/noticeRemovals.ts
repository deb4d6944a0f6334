import type { Knex } from 'knex';
import type { CommitRunner } from './CommitRunner';

/**
 * Looks for rows that somebody else has deleted, and takes them out of the catalog by a commit of its own, so that neighbours and other
 * replicas hear of it. Counting is all that it costs when nobody has. Resolves to how many there were.
 */
export async function noticeRemovals(options: {
  knex: Knex;
  commits: CommitRunner;
}): Promise<number> {
  const { knex, commits } = options;
  const [{ count }] = await knex('refresh_state').count({ count: '*' });
  if (Number(count) >= commits.memory.ledger.size) return 0;
  return commits.commit(async ({ tx, batch, memory }) => {
    const rows: { entity_id: string }[] = await tx('refresh_state').select(
      'entity_id',
    );
    const existing = new Set(rows.map(row => row.entity_id));
    const gone = memory.ledger
      .entityIds()
      .filter(entityId => !existing.has(entityId));
    for (const entityId of gone) {
      const entityRef = memory.ledger.refOf(entityId);
      if (entityRef !== undefined) batch.delete(entityRef);
    }
    return gone.length;
  });
}
