import { NotFoundError } from '@backstage/errors';
import type { HeldPlan } from '@callboard/plugin-github-common';
import type { HeldPeople } from '../store/HeldPeople';
import type { Reconciler } from './createReconciler';
import type { PeopleParts } from './PeopleParts';
import { stillMissing } from './stillMissing';

/**
 * Drops of what a held plan names what GitHub, asked again, still does not have. That reading is one as any other: it removes by itself what
 * is little enough. Whoever calls it tells the catalog. Throws `NotFoundError` where there is no such plan; `ServiceUnavailableError`, with
 * nobody removed, where GitHub does not answer now.
 */
export async function acceptPlan(options: {
  parts: PeopleParts;
  reconciler: Pick<Reconciler, 'reconcile' | 'isReading'>;
  planId: string;
  by: string;
}): Promise<{ plan: HeldPlan; host: string; organisation: string }> {
  const { parts, reconciler, planId, by } = options;
  const { store, logger, now } = parts;
  const held = await store.held.byId({ planId });
  if (!held) {
    throw new NotFoundError(
      `No plan ${planId} is held; GitHub may have shown something else since. Look at what is held now`,
    );
  }
  const { host, organisation, plan } = held;
  const key = { host, organisation };
  // Who has been seen since then, by whichever replica, stays.
  const askedAt = now();
  const missing = await stillMissing({ parts, reconciler, held });
  if (missing.isWhole) {
    await store.known.forget(key);
  } else {
    const known = await store.known.organisation(key);
    await store.known.write({
      ...{ ...key, login: known?.login ?? organisation, askedAt },
      put: { people: [], teams: [] },
      drop: { people: missing.people, teams: missing.teams },
    });
  }
  if (holdsOthers(await store.held.of(key), held)) {
    // The next run reads all of it again, and judges those that nobody has accepted.
    await store.fingerprints.setRead(key);
  }
  await store.held.release(key);
  const left = await store.known.snapshot(key);
  const named = new Set([...held.people, ...held.teams]);
  const kept = [...left.people, ...left.teams].filter(({ id }) =>
    named.has(id),
  ).length;
  logger.info(
    `${by} accepted that ${
      plan.remove
    } people and teams of ${organisation} (${host}) go; ${
      plan.remove - kept
    } are still missing at GitHub, and gone`,
  );
  return { plan, host, organisation };
}

function holdsOthers(now: HeldPeople | undefined, accepted: HeldPeople) {
  const ids = new Set([...accepted.people, ...accepted.teams]);
  return [...(now?.people ?? []), ...(now?.teams ?? [])].some(
    id => !ids.has(id),
  );
}
