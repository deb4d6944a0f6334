import type { CommitRunner } from './CommitRunner';

/** Deletes what nobody stands behind any more, and what only that stood behind. Resolves to how many entities went. */
export async function deleteOrphans(options: {
  commits: CommitRunner;
}): Promise<number> {
  const { commits } = options;
  // Looking costs no lock.
  if (commits.memory.ledger.orphans().length === 0) return 0;
  return commits.commit(async ({ batch, memory }) => {
    const orphans = new Set(memory.ledger.orphans());
    // A Set that grows while it is walked is walked to its end.
    for (const entityRef of orphans) {
      const children = batch.view.childrenOf(`entity:${entityRef}`);
      batch.delete(entityRef);
      for (const child of children) {
        if (batch.view.isOrphan(child)) orphans.add(child);
      }
    }
    return orphans.size;
  });
}
