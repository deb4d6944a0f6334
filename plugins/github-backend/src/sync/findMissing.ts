import type { RepositoryRead } from '../github/RepositoryRead';
import type { Removal } from '../store/PlanStore';
import { applyReads } from './applyReads';
import { lookUpAll } from './lookUpAll';
import type { Run } from './Run';

/** Repositories that have lost a descriptor and keep it for now, with the time at which GitHub was asked. */
export interface Undescribed {
  askedAt: Date;
  reads: RepositoryRead[];
}

/**
 * What became of repositories that GitHub did not list. Each is asked for by its id, since one that was renamed while pages were read may be
 * on none, unless there are so many that the guard holds them anyway.
 */
export async function findMissing(options: {
  run: Run;
  ids: { id: string; name: string; seenAt: string }[];
  /** GitHub listed some that may not be read, which may be among these. */
  hasRefused: boolean;
  /** Repositories that have entities in the catalog. */
  mirrored: number;
  listed: number;
}): Promise<
  | { state: 'known'; removals: Removal[]; undescribed: Undescribed[] }
  | { state: 'unknown'; reason: string }
> {
  const { run, ids, hasRefused, mirrored, listed } = options;
  const { context, host, organisation, wishes, signal } = run;
  const { guard } = context.settings;
  const gone = (each: (typeof ids)[number]): Removal => ({
    ...each,
    kind: 'gone',
  });
  const isHeldAnyway =
    listed === 0 ||
    (ids.length > guard.count && ids.length > guard.share * mirrored);
  if (ids.length === 0 || (isHeldAnyway && !hasRefused)) {
    return {
      state: 'known',
      removals: ids.map(gone),
      undescribed: [],
    };
  }

  const askedAt = await context.store.time();
  const answers = await lookUpAll({
    context,
    host,
    owner: organisation,
    which: ids.map(({ id }) => ({ id })),
    wanted: wishes.wanted,
    signal,
  });
  const removals: Removal[] = [];
  const reads: RepositoryRead[] = [];
  for (const [index, answer] of answers.entries()) {
    if (answer.state === 'unknown' && answer.isRefused) {
      // It is there, and what is known of it stays.
      continue;
    }
    if (answer.state === 'unknown') {
      return {
        state: 'unknown',
        reason: `GitHub did not say whether ${organisation}/${ids[index].name} is still there: ${answer.reason}`,
      };
    }
    if (answer.state === 'found') {
      reads.push(answer.repository);
    } else {
      removals.push(gone(ids[index]));
    }
  }
  const applied = await applyReads({
    context,
    host,
    owner: organisation,
    reads,
    askedAt,
    signal,
    descriptors: 'defer',
  });
  return {
    state: 'known',
    removals: [...removals, ...applied.removals],
    undescribed: [{ askedAt, reads: applied.undescribed }],
  };
}
