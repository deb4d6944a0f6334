import type { ObservedPeople } from './ObservedSync';

/** What several mutations of one provider come to, in their order. */
export function mergePeople(mutations: ObservedPeople[]): ObservedPeople {
  const last = mutations[mutations.length - 1];
  if (mutations.length === 1) return last;
  const added = new Set<string>();
  const changed = new Set<string>();
  const removed = new Set<string>();
  for (const mutation of mutations) {
    for (const ref of mutation.removed) {
      // What came and went in one run was never there.
      if (!added.delete(ref)) removed.add(ref);
      changed.delete(ref);
    }
    for (const ref of mutation.added) {
      if (removed.delete(ref)) changed.add(ref);
      else added.add(ref);
    }
    for (const ref of mutation.changed) if (!added.has(ref)) changed.add(ref);
  }
  return {
    users: last.users,
    groups: last.groups,
    added: [...added],
    changed: [...changed],
    removed: [...removed],
    conflicts: [...new Set(mutations.flatMap(each => each.conflicts))],
  };
}
