import { randomUUID } from 'node:crypto';
import { ConflictError } from '@backstage/errors';
import type { OrganisationState } from '../store/OrganisationStore';
import { applyPending } from './applyPending';
import { describeProblem } from './describeProblem';
import { findCause } from './findCause';
import { holdAll } from './holdAll';
import { hasLost } from './hasLost';
import { makeExact } from './makeExact';
import type { MirrorContext } from './MirrorContext';
import type { Run } from './Run';
import { runFull } from './runFull';
import { runIncremental } from './runIncremental';
import { settleNames } from './settleNames';
import { settleOwners } from './settleOwners';
import { sourcesFor } from './sourcesFor';
import type { TaskState } from './TaskState';
import { wishesOf } from './wishesOf';

const LEASE_MS = 2 * 60 * 1000;
/** After a full run that GitHub did not answer in full; what is new is asked for meanwhile. */
const RETRY_FULL_MS = 15 * 60 * 1000;

/**
 * Brings one organisation up to date: with one question where that is enough, in full where it is not. One replica at a time. Never throws:
 * what went wrong is in the organisation's status and in the log.
 */
export async function runOrganisation(options: {
  context: MirrorContext;
  host: string;
  organisation: string;
  /** Begins a full run that is due although the last one was incomplete a moment ago. */
  force?: boolean;
  signal?: AbortSignal;
}): Promise<{ state: TaskState }> {
  const { context, host, organisation } = options;
  const { store } = context;
  // One for each run, since two of one process must not run at a time either.
  const holder = randomUUID();
  const lease = { host, organisation, holder, forMs: LEASE_MS };
  if (!(await store.organisations.lease(lease))) {
    return { state: 'busy' };
  }
  try {
    const keep = async () => {
      if (!(await store.organisations.lease(lease))) {
        throw new ConflictError(
          `Another replica has taken over ${organisation} at ${host}`,
        );
      }
    };
    const before = await store.organisations.get({ host, organisation });
    await runLeased({ ...options, keep, state: before });
    const after = await store.organisations.get({ host, organisation });
    if (after?.gap && after.gap !== before?.gap && !after.fullTriedAt) {
      // It was suspected while this run went on, which may have been past it.
      await runLeased({ ...options, keep, state: after });
    }
    return { state: 'done' };
  } catch (error) {
    await recordFailure({ context, host, organisation, error });
    return { state: 'failed' };
  } finally {
    await store.organisations.release(lease);
  }
}

async function recordFailure(options: {
  context: MirrorContext;
  host: string;
  organisation: string;
  error: unknown;
}) {
  const { context, host, organisation, error } = options;
  const { store, logger, now } = context;
  const problem = describeProblem({ error, now });
  const { remedy, isShutOut } = await findCause({
    ...{ context, host, organisation },
  });
  logger.warn(
    `${organisation} at ${host} could not be mirrored; what is known stays: ${problem.message}`,
  );
  await store.organisations.set({
    host,
    organisation,
    values: {
      problem: {
        ...problem,
        ...(remedy && { remedy }),
      },
    },
  });
  if (isShutOut) {
    await holdAll({ context, host, organisation });
  }
}

async function runLeased(
  options: Parameters<typeof runOrganisation>[0] & Pick<Run, 'keep' | 'state'>,
) {
  const { context, host, organisation, state } = options;
  const { store, settings, logger } = context;
  const wishes = wishesOf({
    ...{ settings, state },
    sources: sourcesFor({
      settings,
      host,
      owner: organisation,
      app: state?.app,
    }),
  });
  const run = { ...options, wishes };
  await applyPending({ context, host, owner: organisation });

  let reason =
    fullIsDue(run) ??
    ((await hasLost(options))
      ? 'the catalog has lost what it was given'
      : undefined);
  let gap = state?.gap;
  if (!reason) {
    const outcome = await runIncremental(run);
    if (outcome.state === 'incomplete') {
      throw new Error(outcome.reason);
    }
    if (outcome.state === 'gap') {
      gap = outcome.reason;
      reason = isTooEarly(run) ? undefined : gap;
      await store.organisations.set({
        host,
        organisation,
        values: { gap },
      });
    }
  }
  if (reason) {
    const full = await runFull({ ...run, gap });
    logger.info(
      `Read all ${full.listed} repositories of ${organisation} at ${host} (${reason}): ${full.changed} new or changed, ${full.removed} removed`,
    );
    await settleNames({ context, host, organisation });
  }
  await settleOwners({
    ...{ context, host, organisation },
    isForced: reason !== undefined,
  });
  await makeExact({ context });
}

/** Why everything has to be read; undefined where asking for the newest is enough. */
function fullIsDue(run: Run & { force?: boolean }): string | undefined {
  const { context, state, wishes } = run;
  const { settings, now } = context;
  if (!state?.pushedCursor && !state?.updatedCursor) {
    return 'nothing is known yet';
  }
  if (settings.strategy === 'full') {
    return 'catalog.syncStrategy is full';
  }
  const why = reasonOf({ state, wishes, settings, now });
  return isTooEarly(run) ? undefined : why;
}

function isTooEarly({ context, state, force }: Run & { force?: boolean }) {
  const triedAt = state?.fullTriedAt;
  return (
    !force &&
    triedAt !== undefined &&
    context.now().getTime() - Date.parse(triedAt) < RETRY_FULL_MS
  );
}

function reasonOf(
  options: Pick<MirrorContext, 'settings' | 'now'> & {
    state: OrganisationState;
    wishes: Run['wishes'];
  },
) {
  const { state, wishes, settings, now } = options;
  if (!state.lastFullAt) {
    return 'it was not read in full yet';
  }
  if (state.gap) {
    return state.gap;
  }
  if (state.settingsHash !== wishes.hash) {
    return 'its configuration has changed';
  }
  const age = now().getTime() - Date.parse(state.lastFullAt);
  return age >= settings.fullSyncIntervalMs ? 'it is time' : undefined;
}
