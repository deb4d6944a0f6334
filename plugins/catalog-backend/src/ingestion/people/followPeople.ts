import type { ObservedPeople } from '@callboard/plugin-access-node';
import type { Ledger } from '../Ledger';
import type { MutationPlan } from '../planMutation';
import { countPeople } from './countPeople';
import { isPerson } from './isPerson';

/**
 * Sees what a mutation does to the users and groups of a provider. Called before the mutation is written; what it returns is called after
 * that. Undefined: the mutation has nothing to do with people. A full one always counts, since that there is nobody is news too.
 */
export function followPeople(options: {
  type: 'full' | 'delta';
  providerName: string;
  plan: MutationPlan;
  /** As it is at each call: it may be read anew meanwhile. */
  ledger: () => Ledger;
}): (() => ObservedPeople) | undefined {
  const { type, providerName, plan, ledger } = options;
  const link = `provider:${providerName}` as const;
  const isProvided = (ref: string) => ledger().parentsOf(ref).includes(link);
  const added = plan.add.map(({ entityRef }) => entityRef).filter(isPerson);
  const changed = plan.change
    .map(({ entityRef }) => entityRef)
    .filter(isPerson);
  // A delta may name what is not there, or is another's.
  const removed = plan.remove.filter(isPerson).filter(isProvided);
  if (type === 'delta' && !added.length && !changed.length && !removed.length) {
    return undefined;
  }
  const before = new Set([...added, ...changed].filter(isProvided));

  return () => {
    const taken = new Set([...added, ...changed].filter(isProvided));
    return {
      ...countPeople({ ledger: ledger(), providerName }),
      added: added.filter(ref => taken.has(ref) && !before.has(ref)),
      // With another location key it goes and comes in one mutation.
      changed: [...added, ...changed].filter(
        ref => taken.has(ref) && before.has(ref),
      ),
      removed: removed.filter(ref => !isProvided(ref)),
      conflicts: [...added, ...changed].filter(ref => !taken.has(ref)),
    };
  };
}
