import type { PageRead } from '../github/GithubRepositories';
import type { RepositoryRead } from '../github/RepositoryRead';
import type { Removal } from '../store/PlanStore';
import { applyReads } from './applyReads';
import { latestOf } from './latestOf';
import { noticePeople } from './noticePeople';
import type { Run } from './Run';
import { settleAtOnce } from './settleAtOnce';

/** Of each of the two orders, in the one request of a quiet cycle. */
const QUIET_SIZE = 25;

const ORDERS = [
  {
    order: 'pushed',
    page: 'byPush',
    cursor: 'pushedCursor',
    timeOf: (read: RepositoryRead) => read.pushedAt,
  },
  {
    order: 'updated',
    page: 'byUpdate',
    cursor: 'updatedCursor',
    timeOf: (read: RepositoryRead) => read.updatedAt,
  },
] as const;

export type IncrementalRun =
  | { state: 'done'; changed: number }
  | { state: 'incomplete'; reason: string }
  /** Something was missed; only a full run tells what. */
  | { state: 'gap'; reason: string };

/**
 * Asks for what was pushed or changed since last time. It goes back to the newest that the last run knew, and not only to the first that is
 * known now: what an event has brought since then may stand before something that no event has told of.
 */
export async function runIncremental(run: Run): Promise<IncrementalRun> {
  const { context, host, organisation, state, wishes } = run;
  const { store, now } = context;
  const which = { host, organisation };
  const startedAt = now();
  const askedAt = await store.time();
  const newest = await noticePeople({
    ...{ run, at: startedAt },
    ask: async people =>
      context.repositories.newest({
        host,
        owner: organisation,
        wanted: wishes.wanted,
        size: Math.min(QUIET_SIZE, wishes.pageSize),
        people,
        signal: run.signal,
      }),
  });
  const removals: Removal[] = [];
  let changed = 0;
  let gap: string | undefined;
  const problems: string[] = [];
  const take = async (pages: PageRead[]) => {
    for (const { complete, problems: said } of pages) {
      if (!complete) problems.push(...(said.length ? said : ['parts missing']));
    }
    const applied = await applyReads({
      ...run,
      owner: organisation,
      reads: pages.flatMap(({ repositories }) => repositories),
      askedAt,
    });
    changed += applied.changed;
    removals.push(...applied.removals);
    gap ??= applied.doubt;
  };
  await take([newest.byPush, newest.byUpdate]);
  if (newest.byPush.repositories.length === 0) {
    // One that may not be read is its own problem; all of them are everybody's.
    problems.push(...newest.byPush.refused);
  }

  for (const { order, page: first, cursor, timeOf } of ORDERS) {
    const since = state?.[cursor];
    let page: PageRead = newest[first];
    while (!reaches({ page, since, timeOf }) && page.next !== undefined) {
      await run.keep();
      page = await context.repositories.page({
        host,
        owner: organisation,
        order,
        after: page.next,
        wanted: wishes.wanted,
        size: wishes.pageSize,
        signal: run.signal,
      });
      await take([page]);
    }
    if (page !== newest[first] && !reaches({ page, since, timeOf })) {
      gap = 'nothing that was known is listed any more';
    }
  }
  if (problems.length > 0) {
    return { state: 'incomplete', reason: [...new Set(problems)].join('; ') };
  }

  const settled = await settleAtOnce({ context, ...which, removals });
  if (settled.state === 'doubted') {
    gap = settled.reason;
  }
  gap ??= await miscount({ run, totalCount: newest.totalCount });
  if (gap) {
    return { state: 'gap', reason: gap };
  }
  const newestOf = (reads: RepositoryRead[], index: 0 | 1) =>
    latestOf([
      state?.[ORDERS[index].cursor],
      ...reads.map(ORDERS[index].timeOf),
    ]);
  await store.organisations.set({
    ...which,
    values: {
      pushedCursor: newestOf(newest.byPush.repositories, 0),
      updatedCursor: newestOf(newest.byUpdate.repositories, 1),
      lastIncrementalAt: startedAt.toISOString(),
      // What a full run could not read is still not known.
      ...(!state?.fullTriedAt && { problem: null }),
    },
  });
  return { state: 'done', changed };
}

/** Whether a page goes back to what was known: its last entry is not newer. A page without any ends everything. */
function reaches(options: {
  page: PageRead;
  since: string | undefined;
  timeOf: (read: RepositoryRead) => string | undefined;
}) {
  const { page, since, timeOf } = options;
  const last = page.repositories.at(-1);
  if (!last) {
    return page.refused.length === 0;
  }
  // What was never pushed to is listed last.
  const time = timeOf(last);
  return (
    !time || (since !== undefined && Date.parse(time) <= Date.parse(since))
  );
}

async function miscount(options: { run: Run; totalCount?: number }) {
  const { run, totalCount } = options;
  const { context, host, organisation, state } = run;
  if (totalCount === undefined) {
    return undefined;
  }
  const { known } = await context.store.repositories.count({
    host,
    owner: organisation,
  });
  const expected = totalCount - (state?.uncounted ?? 0);
  return known === expected
    ? undefined
    : `GitHub counts ${totalCount} repositories where ${known} are known`;
}
