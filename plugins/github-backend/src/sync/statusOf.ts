import type { OrganisationStatus } from '@callboard/plugin-github-common';
import { lagOf } from '../freshness/lagOf';
import type { MirrorContext } from './MirrorContext';
import { sourcesFor } from './sourcesFor';

/** Events of an owner that have arrived. */
export interface EventCounts {
  countSince(options: {
    host: string;
    owner: string;
    since: Date;
  }): Promise<{ count: number; lastAt?: string }>;
}

const HOUR_MS = 60 * 60 * 1000;

/** How one organisation's mirror is doing. */
export async function statusOf(options: {
  context: MirrorContext;
  events?: EventCounts;
  host: string;
  organisation: string;
  /** Between runs, in milliseconds; undefined where nobody can tell. */
  everyMs?: number;
}): Promise<OrganisationStatus> {
  const { context, events, host, organisation, everyMs } = options;
  const { store, settings, now } = context;
  const owner = organisation;
  const which = { host, organisation };
  const [state, counts, queued, lagsMs, stored, arrived] = await Promise.all([
    store.organisations.get(which),
    store.repositories.count({ host, owner }),
    store.hints.count({ host, owner }),
    store.lags.lastHour(which),
    store.plans.of(which),
    events?.countSince({
      host,
      owner,
      since: new Date(now().getTime() - HOUR_MS),
    }),
  ]);
  const lag = lagOf({ lagsMs });
  const next =
    state?.lastIncrementalAt &&
    everyMs &&
    new Date(Date.parse(state.lastIncrementalAt) + everyMs).toISOString();
  return {
    host,
    organisation: state?.organisation ?? organisation,
    sources: sourcesFor({ settings, host, owner, app: state?.app }).map(
      ({ id }) => id,
    ),
    repositories: counts.known,
    mirrored: counts.mirrored,
    ...(state?.lastFullAt && { lastFullAt: state.lastFullAt }),
    ...(state?.lastIncrementalAt && {
      lastIncrementalAt: state.lastIncrementalAt,
    }),
    ...(next && { nextIncrementalAt: next }),
    eventsInLastHour: arrived?.count ?? 0,
    ...(arrived?.lastAt && { lastEventAt: arrived.lastAt }),
    ...(lag && { lag }),
    targetLagMs: settings.freshness.targetLagMs,
    queued,
    ...(state?.problem && { problem: state.problem }),
    ...(stored && { held: stored.plan }),
  };
}
