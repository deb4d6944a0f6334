import type { Removal } from '../store/PlanStore';
import { applyReads } from './applyReads';
import { dropDescriptors } from './dropDescriptors';
import { findCause } from './findCause';
import { findMissing, type Undescribed } from './findMissing';
import { latestOf } from './latestOf';
import { readAllPages } from './readAllPages';
import type { Run } from './Run';
import { settleRemovals } from './settleRemovals';

export interface FullRun {
  state: 'done' | 'incomplete' | 'held';
  listed: number;
  changed: number;
  removed: number;
}

/**
 * Reads all of an organisation. What is there is given to the catalog page by page; what is not there is removed at the end, only where
 * every page was complete, GitHub says of each repository by its id that it is gone, and the guard does not hold it.
 */
export async function runFull(
  run: Run & {
    /** The suspicion that this run answers. */
    gap?: string;
  },
): Promise<FullRun> {
  const { context, host, organisation, state, wishes } = run;
  const { store, now, logger } = context;
  const which = { host, organisation };
  const startedAt = now();
  const { credential } = await findCause({ context, ...which });
  const before = await store.repositories.count({ host, owner: organisation });
  const knownBefore = await store.repositories.ids({
    host,
    owner: organisation,
  });

  const seen = new Set<string>();
  const times: { pushed?: string; updated?: string } = {};
  const removals: Removal[] = [];
  const undescribed: Undescribed[] = [];
  const problems = new Set<string>();
  const refused = new Set<string>();
  let complete = true;
  let totalCount: number | undefined;
  let changed = 0;
  for await (const { page, askedAt } of readAllPages(run)) {
    await run.keep();
    for (const { id } of page.repositories) seen.add(id);
    times.pushed = latestOf([
      times.pushed,
      ...page.repositories.map(each => each.pushedAt),
    ]);
    times.updated = latestOf([
      times.updated,
      ...page.repositories.map(each => each.updatedAt),
    ]);
    complete &&= page.complete;
    totalCount = page.totalCount ?? totalCount;
    page.problems.forEach(problem => problems.add(problem));
    page.refused.forEach(refusal => refused.add(refusal));
    const applied = await applyReads({
      ...run,
      owner: organisation,
      reads: page.repositories,
      askedAt,
      isFirst: !state?.lastFullAt,
      givesAll: true,
      descriptors: 'defer',
    });
    changed += applied.changed;
    removals.push(...applied.removals);
    undescribed.push({ askedAt, reads: applied.undescribed });
  }

  const cursors = {
    pushedCursor: earlier(times.pushed, startedAt),
    updatedCursor: earlier(times.updated, startedAt),
    lastIncrementalAt: startedAt.toISOString(),
  };
  const incomplete = async (message: string): Promise<FullRun> => {
    logger.warn(
      `Not all of ${organisation} at ${host} could be read, so nothing is removed: ${message}`,
    );
    await store.organisations.set({
      ...which,
      values: {
        ...cursors,
        fullTriedAt: now().toISOString(),
        problem: { at: now().toISOString(), message },
      },
    });
    return { state: 'incomplete', listed: seen.size, changed, removed: 0 };
  };
  if (!complete) {
    return await incomplete(
      [...problems].join('; ') || 'GitHub left parts of its answer out',
    );
  }

  if (refused.size > 0) {
    const message = [...refused].join('; ');
    if (seen.size === 0) {
      return await incomplete(message);
    }
    logger.warn(
      `What is known of some repositories of ${organisation} at ${host} stays, since they may not be read: ${message}`,
    );
  }

  const missing = await findMissing({
    run,
    hasRefused: refused.size > 0,
    ids: knownBefore.filter(({ id }) => !seen.has(id)),
    mirrored: before.mirrored,
    listed: seen.size,
  });
  if (missing.state === 'unknown') {
    return await incomplete(missing.reason);
  }
  removals.push(...missing.removals);
  undescribed.push(...missing.undescribed);
  const settled = await settleRemovals({
    context,
    ...which,
    removals,
    of: before.mirrored,
    listed: seen.size,
    known: before.known,
    undescribed: {
      removals: undescribed.flatMap(({ reads }) =>
        reads.map(({ id, name }) => ({ id, name, kind: 'undescribed' })),
      ),
      of: await store.repositories.described({ host, owner: organisation }),
    },
    credential,
    credentialBefore: state?.credential,
  });
  if (settled.mayLoseDescriptors) {
    changed += await dropDescriptors({ ...run, undescribed });
  }
  const current = await store.organisations.get(which);
  const after = await store.repositories.count({ host, owner: organisation });
  await store.organisations.set({
    ...which,
    values: {
      ...cursors,
      lastFullAt: startedAt.toISOString(),
      fullTriedAt: null,
      settingsHash: wishes.hash,
      // Held removals are known and not counted: that is no reason to read all again.
      uncounted: (totalCount ?? seen.size) - after.known,
      // What was suspected meanwhile is not answered by this run.
      ...(current?.gap === run.gap && { gap: null }),
      problem: null,
      // While removals are held, the credential that saw more stays the measure.
      ...(settled.state === 'removed' && { credential: credential ?? null }),
    },
  });
  return {
    state: settled.state === 'held' ? 'held' : 'done',
    listed: seen.size,
    changed,
    removed: settled.names.length,
  };
}

/** What changed while the run went on may have been read too early. */
function earlier(time: string | undefined, startedAt: Date) {
  return time && Date.parse(time) < startedAt.getTime()
    ? time
    : startedAt.toISOString();
}
