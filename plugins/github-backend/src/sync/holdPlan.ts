import type { HeldKinds } from '@callboard/plugin-github-common';
import { hashOf } from '../store/hashOf';
import { lowerKey } from '../store/lowerKey';
import type { Removal, StoredPlan } from '../store/PlanStore';
import { findCause } from './findCause';
import type { MirrorContext } from './MirrorContext';

/** Names that a plan shows. */
const NAMES = 100;

/**
 * Keeps removals until an operator accepts them. The same removals have the same id, so that nobody accepts others than they have seen, and
 * keep the time since which they are held.
 */
export async function holdPlan(options: {
  context: MirrorContext;
  host: string;
  organisation: string;
  removals: Removal[];
  /** How many an operator sees, and their names; the others are not in the catalog anyway. */
  shown: Removal[];
  of: number;
  reason: string;
  /** As whom the run spoke. */
  credential?: string;
  earlier?: StoredPlan;
}): Promise<void> {
  const { context, removals, shown, of, reason, credential, earlier } = options;
  const { host, organisation } = options;
  const { store, logger, now } = context;
  const { cause } = await findCause({
    ...{ context, host, organisation },
    fresh: true,
  });
  const id = planIdOf({ host, organisation, removals });
  const isNew = earlier?.plan.id !== id;
  const names = new Set(shown.map(({ name }) => name));
  const plan = {
    id,
    at: isNew ? now().toISOString() : earlier.plan.at,
    what: 'repositories' as const,
    reason,
    ...(cause && { cause }),
    remove: names.size,
    of,
    kinds: kindsOf(shown),
    names: [...names].sort().slice(0, NAMES),
  };
  await store.plans.hold({ host, organisation, plan, removals, credential });
  if (isNew) {
    logger.warn(
      `Nothing is removed from the catalog, since it looks wrong: ${reason}${
        cause ? ` (${cause})` : ''
      }. Accept it on the page Connections if it is right.`,
    );
  }
}

function kindsOf(removals: Removal[]): HeldKinds {
  const kinds: HeldKinds = {};
  for (const { kind } of removals) {
    const name = kind === 'left-out' ? 'leftOut' : kind;
    kinds[name] = (kinds[name] ?? 0) + 1;
  }
  return kinds;
}

function planIdOf(options: {
  host: string;
  organisation: string;
  removals: Removal[];
}) {
  const { host, organisation, removals } = options;
  const what = removals.map(({ kind, id }) => `${kind} ${id}`).sort();
  return hashOf([host, lowerKey(organisation), what]).slice(0, 20);
}
