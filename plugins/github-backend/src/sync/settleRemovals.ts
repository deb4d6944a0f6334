import type { Removal } from '../store/PlanStore';
import { applyRemovals } from './applyRemovals';
import { holdPlan } from './holdPlan';
import { judgeDescriptors } from './judgeDescriptors';
import { judgeRemovals } from './judgeRemovals';
import type { MirrorContext } from './MirrorContext';

/**
 * What a complete run would remove: done, or held as a plan until an operator accepts it; the same for descriptors that have gone, which the
 * caller lets go where they are not held. A run that may do what it would explains an earlier plan, which goes.
 */
export async function settleRemovals(options: {
  context: MirrorContext;
  host: string;
  organisation: string;
  removals: Removal[];
  /** Repositories that have entities in the catalog, before. */
  of: number;
  listed: number;
  known: number;
  /** Repositories that have lost a descriptor, of those that had one. */
  undescribed?: { removals: Removal[]; of: number };
  /** Nobody may look any more, so that these are all that were known. */
  isRefused?: boolean;
  /** As whom the run spoke. */
  credential?: string;
  /** As whom the last complete run spoke. */
  credentialBefore?: string;
}): Promise<{
  /** Whether anything is held. */
  state: 'removed' | 'held';
  /** Those that were removed. */
  names: string[];
  /** Whether the descriptors may go. */
  mayLoseDescriptors: boolean;
}> {
  const { context, host, organisation, removals, of, known } = options;
  const { undescribed = { removals: [], of: 0 } } = options;
  const { store, settings, logger } = context;
  const which = { host, organisation };
  const affected = await withEntities({ context, host, removals });
  const common = {
    organisation,
    guard: settings.guard,
    credentialChanged:
      options.credentialBefore !== undefined &&
      options.credential !== options.credentialBefore,
  };
  const gone = judgeRemovals({
    ...{ ...common, of, known },
    remove: affected.length,
    listed: options.listed,
    isRefused: options.isRefused,
  });
  const lost = judgeDescriptors({
    ...common,
    lose: undescribed.removals.length,
    of: undescribed.of,
  });
  const reasons = [gone, lost].flatMap(each =>
    each.verdict === 'hold' ? [each.reason] : [],
  );
  const earlier = await store.plans.of(which);
  let names: string[] = [];
  if (gone.verdict === 'apply') {
    names = await applyRemovals({
      ...{ context, host, removals },
      owner: organisation,
    });
  }
  if (reasons.length > 0) {
    const isGoneHeld = gone.verdict === 'hold';
    const lostHeld = lost.verdict === 'hold' ? undescribed.removals : [];
    await holdPlan({
      ...{ context, host, organisation, earlier },
      removals: [...(isGoneHeld ? removals : []), ...lostHeld],
      shown: [...(isGoneHeld ? affected : []), ...lostHeld],
      of: isGoneHeld ? of : undescribed.of,
      reason: reasons.join('; '),
      credential: options.credential,
    });
  } else if (earlier) {
    await store.plans.clear(which);
    logger.info(
      `The removals that were held for ${organisation} at ${host} are not needed any more`,
    );
  }
  return {
    state: reasons.length > 0 ? 'held' : 'removed',
    names,
    mayLoseDescriptors: lost.verdict === 'apply',
  };
}

/** Only what the catalog has counts for the guard, and interests an operator. */
async function withEntities(options: {
  context: MirrorContext;
  host: string;
  removals: Removal[];
}): Promise<Removal[]> {
  const { context, host, removals } = options;
  const stored = await context.store.repositories.byIds({
    host,
    ids: removals.map(({ id }) => id),
  });
  return removals.filter(({ id }) => stored.get(id)?.given.length);
}
