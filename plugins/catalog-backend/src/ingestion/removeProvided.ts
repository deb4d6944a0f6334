import type { CommitBatch } from './CommitBatch';
import type { LedgerView } from './LedgerView';
import type { ParentLink } from './NodeState';

/**
 * Takes back what a provider brought in, with all that these entities brought in in turn, except what somebody else still stands
 * behind. References that the provider did not bring in are passed over. Resolves to the references that go.
 */
export function removeProvided(options: {
  batch: CommitBatch;
  providerName: string;
  entityRefs: readonly string[];
}): string[] {
  const { batch, providerName, entityRefs } = options;
  const { view } = batch;
  const link: ParentLink = `provider:${providerName}`;
  const roots = entityRefs.filter(ref => view.parentsOf(ref).includes(link));
  for (const root of roots) {
    view.setParents(
      root,
      view.parentsOf(root).filter(parent => parent !== link),
    );
  }
  const candidates = descendantsOf({ view, roots });
  const kept = keptAmong({ view, candidates });
  const gone = [...candidates].filter(ref => !kept.has(ref));
  for (const entityRef of gone) batch.delete(entityRef);
  for (const root of roots) {
    if (kept.has(root)) batch.toStitch.add(root);
  }
  return gone;
}

/** The roots and everything below them. */
function descendantsOf(options: {
  view: LedgerView;
  roots: readonly string[];
}): Set<string> {
  const { view, roots } = options;
  const found = new Set(roots);
  // A Set that grows while it is walked is walked to its end.
  for (const entityRef of found) {
    for (const child of view.childrenOf(`entity:${entityRef}`)) {
      found.add(child);
    }
  }
  return found;
}

/** Those that a provider stands behind, directly or over parents, now that the removed links are gone. */
function keptAmong(options: {
  view: LedgerView;
  candidates: ReadonlySet<string>;
}): Set<string> {
  const { view, candidates } = options;
  const kept = new Set<string>();
  for (const entityRef of candidates) {
    const hasSupport = view
      .parentsOf(entityRef)
      .some(
        parent =>
          parent.startsWith('provider:') ||
          (!candidates.has(refOf(parent)) &&
            isProvided({ view, entityRef: refOf(parent) })),
      );
    if (hasSupport) kept.add(entityRef);
  }
  // Support is handed down.
  for (const entityRef of kept) {
    for (const child of view.childrenOf(`entity:${entityRef}`)) {
      if (candidates.has(child)) kept.add(child);
    }
  }
  return kept;
}

/** Whether some provider is above an entity. */
function isProvided(options: { view: LedgerView; entityRef: string }): boolean {
  const { view, entityRef } = options;
  const above = new Set([entityRef]);
  for (const ref of above) {
    for (const parent of view.parentsOf(ref)) {
      if (parent.startsWith('provider:')) return true;
      above.add(refOf(parent));
    }
  }
  return false;
}

function refOf(parent: ParentLink): string {
  return parent.slice('entity:'.length);
}
