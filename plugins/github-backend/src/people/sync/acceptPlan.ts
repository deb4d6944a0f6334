import { NotFoundError } from '@backstage/errors';
import type { HeldPlan } from '@callboard/plugin-github-common';
import type { PeopleParts } from './PeopleParts';

/** Drops what a held plan names, and no more. Whoever calls it tells the catalog. Throws `NotFoundError` where there is no such plan. */
export async function acceptPlan(options: {
  parts: PeopleParts;
  planId: string;
  by: string;
}): Promise<{ plan: HeldPlan; host: string; organisation: string }> {
  const { parts, planId, by } = options;
  const { store, logger, now } = parts;
  const held = await store.held.byId({ planId });
  if (!held) {
    throw new NotFoundError(
      `No plan ${planId} is held; GitHub may have shown something else since. Look at what is held now`,
    );
  }
  const { host, organisation, plan, people, teams, isWhole } = held;
  const key = { host, organisation };
  if (isWhole) {
    await store.known.forget(key);
  } else {
    const known = await store.known.organisation(key);
    await store.known.write({
      ...{ ...key, login: known?.login ?? organisation, askedAt: now() },
      put: { people: [], teams: [] },
      drop: { people, teams },
    });
  }
  await store.held.release(key);
  logger.info(
    `${by} accepted that ${plan.remove} people and teams of ${organisation} (${host}) go`,
  );
  return { plan, host, organisation };
}
