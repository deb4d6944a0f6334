import { applyReads } from './applyReads';
import { applyRemovals } from './applyRemovals';
import type { Undescribed } from './findMissing';
import type { MirrorContext } from './MirrorContext';

/**
 * Believes GitHub that descriptors have gone, and that what needs one has nothing in the catalog any more. Returns of how many repositories
 * something is new.
 */
export async function dropDescriptors(options: {
  context: MirrorContext;
  host: string;
  organisation: string;
  undescribed: Undescribed[];
  signal?: AbortSignal;
}): Promise<number> {
  const { context, host, organisation: owner, undescribed, signal } = options;
  let changed = 0;
  for (const { askedAt, reads } of undescribed) {
    if (reads.length > 0) {
      const applied = await applyReads({
        ...{ context, host, owner, reads, askedAt, signal },
        descriptors: 'drop',
      });
      const { removals } = applied;
      await applyRemovals({ context, host, owner, removals });
      changed += applied.changed;
    }
  }
  return changed;
}
