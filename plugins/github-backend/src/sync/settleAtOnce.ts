import type { Removal } from '../store/PlanStore';
import { applyRemovals } from './applyRemovals';
import type { MirrorContext } from './MirrorContext';

const WINDOW_MS = 60 * 60 * 1000;

/**
 * Removals outside a full run: done, as long as those of an hour are not more than the guard lets a run remove. Else only a full run can say,
 * which sees all of it and holds it where it has to.
 */
export async function settleAtOnce(options: {
  context: MirrorContext;
  host: string;
  organisation: string;
  removals: Removal[];
}): Promise<{ state: 'removed' } | { state: 'doubted'; reason: string }> {
  const { context, host, organisation, removals } = options;
  if (removals.length === 0) {
    return { state: 'removed' };
  }
  const { store, settings } = context;
  const { guard } = settings;
  const removed = await store.organisations.countRemovals({
    host,
    organisation,
    count: removals.length,
    windowMs: WINDOW_MS,
  });
  const { mirrored } = await store.repositories.count({
    host,
    owner: organisation,
  });
  const before = mirrored + removed - removals.length;
  if (removed > guard.count && removed > guard.share * before) {
    return {
      state: 'doubted',
      reason: `${removed} of ${before} repositories would go within an hour`,
    };
  }
  const names = await applyRemovals({
    context,
    host,
    owner: organisation,
    removals,
  });
  if (names.length > 0) {
    context.logger.info(
      `Removed from the catalog, since GitHub has them in ${organisation} at ${host} no longer: ${names.join(
        ', ',
      )}`,
    );
  }
  return { state: 'removed' };
}
