import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { HeldPlan } from '@callboard/plugin-github-common';
import type { Removal } from '../store/PlanStore';
import { applyRemovals } from './applyRemovals';
import { dropDescriptors } from './dropDescriptors';
import type { Undescribed } from './findMissing';
import { lookUpAll } from './lookUpAll';
import { makeExact } from './makeExact';
import type { MirrorContext } from './MirrorContext';
import { sourcesFor } from './sourcesFor';
import { stillGone } from './stillGone';
import { wishesOf } from './wishesOf';

/**
 * Carries out a held plan: what it names and nothing else. GitHub is asked again, and what it has stays. A `NotFoundError` where there is none
 * of this id any more, also where a later run has found other removals; a `ServiceUnavailableError`, with nothing removed, where GitHub does
 * not answer now.
 */
export async function acceptPlan(options: {
  context: MirrorContext;
  planId: string;
  by: string;
}): Promise<HeldPlan> {
  const { context, planId, by } = options;
  const { store, logger } = context;
  const stored = await store.plans.byId(planId);
  if (!stored) {
    throw new NotFoundError(
      `There are no held removals of the id ${planId}: they were accepted, or a later run has explained them or found others`,
    );
  }
  const { host, organisation, plan, removals, credential } = stored;
  const which = { host, organisation };
  const owner = organisation;
  const of = (wanted: Removal['kind']) =>
    removals.filter(({ kind }) => kind === wanted);
  // Asked first: where GitHub does not answer, nothing has happened.
  const undescribed = await stillUndescribed({
    ...{ context, ...which },
    removals: of('undescribed'),
  });
  const gone = await stillGone({
    ...{ context, ...which },
    removals: of('gone'),
  });
  const before = await store.repositories.count({ host, owner });
  const names = await applyRemovals({
    ...{ context, host, owner },
    removals: [...gone, ...of('left-out')],
  });
  const lost = await dropDescriptors({ context, ...which, undescribed });
  const after = await store.repositories.count({ host, owner });
  const state = await store.organisations.get(which);
  await store.organisations.set({
    ...which,
    values: {
      credential: credential ?? null,
      uncounted: (state?.uncounted ?? 0) + before.known - after.known,
    },
  });
  await store.plans.clear({ ...which, id: planId });
  const strays = of('stray').map(({ id }) => id);
  if (strays.length > 0) {
    await makeExact({ context, accepted: new Set(strays) });
  }
  logger.info(
    `${by} has accepted what was held of ${organisation} at ${host}: ${names.length} repositories leave the catalog, ${lost} lose their descriptors, ${strays.length} entities of an earlier provider go`,
  );
  return plan;
}

/** What GitHub says now of repositories that have lost a descriptor. Those that are not found wait for the next full run. */
async function stillUndescribed(options: {
  context: MirrorContext;
  host: string;
  organisation: string;
  removals: Removal[];
}): Promise<Undescribed[]> {
  const { context, host, organisation, removals } = options;
  const { store, settings } = context;
  if (removals.length === 0) {
    return [];
  }
  const state = await store.organisations.get({ host, organisation });
  const sources = sourcesFor({
    ...{ settings, host, owner: organisation },
    app: state?.app,
  });
  const askedAt = await store.time();
  const answers = await lookUpAll({
    ...{ context, host, owner: organisation },
    which: removals.map(({ id }) => ({ id })),
    wanted: wishesOf({ sources, settings }).wanted,
  });
  const reads = answers.flatMap(answer => {
    if (answer.state === 'unknown') {
      throw new ServiceUnavailableError(
        `Nothing was removed, since GitHub did not say what ${organisation} has at ${host}: ${answer.reason}`,
      );
    }
    return answer.state === 'found' ? [answer.repository] : [];
  });
  return [{ askedAt, reads }];
}
