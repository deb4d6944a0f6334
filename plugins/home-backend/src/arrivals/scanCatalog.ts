import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { ArrivalStore } from './ArrivalStore';

/** People, teams and the catalog's own books come and go by themselves; that is no news. */
const NO_NEWS = ['Location', 'User', 'Group'];

const HOUR = 3600 * 1000;
/** One entity may replace another of its kind, which leaves the counts as they were. */
const READ_ALL_EVERY = HOUR;
/** An entity that is back within this time is no news: a source that fails for a day takes its entities along. */
const FORGET_AFTER = 30 * 24 * HOUR;

/**
 * One look at the catalog: first at how many entities each kind has, which is one cheap query, and only when these numbers
 * have changed, or an hour has passed, at every ref.
 *
 * What is found until two looks agree is the baseline: it was there before, so it is not new.
 */
export async function scanCatalog(options: {
  store: ArrivalStore;
  catalog: CatalogService;
  credentials: BackstageCredentials;
  now: Date;
}): Promise<'empty' | 'unchanged' | 'settled' | 'recorded'> {
  const { store, catalog, credentials } = options;
  const now = options.now.getTime();
  const state = await store.readState();

  const { facets } = await catalog.getEntityFacets(
    { facets: ['kind'] },
    { credentials },
  );
  const kinds = (facets.kind ?? [])
    .filter(({ value }) => !NO_NEWS.includes(value))
    .sort((a, b) => a.value.localeCompare(b.value));
  // A portal that has just started has read nothing yet; that is no baseline.
  if (kinds.length === 0 && !state.settledAt) return 'empty';

  const counts = JSON.stringify(kinds.map(kind => [kind.value, kind.count]));
  const isUnchanged = counts === state.counts;
  if (isUnchanged && !state.settledAt) {
    await store.writeState({ ...state, settledAt: now });
    return 'settled';
  }
  if (isUnchanged && now - (state.scannedAt ?? 0) < READ_ALL_EVERY)
    return 'unchanged';

  const present = new Set<string>();
  if (kinds.length > 0) {
    const pages = catalog.streamEntities(
      {
        filter: { kind: kinds.map(kind => kind.value) },
        fields: ['kind', 'metadata.namespace', 'metadata.name'],
        totalItems: 'exclude',
      },
      { credentials },
    );
    for await (const page of pages)
      for (const entity of page) present.add(stringifyEntityRef(entity));
  }
  const known = await store.readKnown();
  await store.record({
    added: [...present].filter(ref => !known.has(ref)),
    gone: [...known]
      .filter(([ref, { isGone }]) => !isGone && !present.has(ref))
      .map(([ref]) => ref),
    returned: [...known]
      .filter(([ref, { isGone }]) => isGone && present.has(ref))
      .map(([ref]) => ref),
    isBaseline: !state.settledAt,
    at: now,
    forgetGoneBefore: now - FORGET_AFTER,
  });
  await store.writeState({ ...state, counts, scannedAt: now });
  return 'recorded';
}
