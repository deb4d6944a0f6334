import { ServiceUnavailableError } from '@backstage/errors';
import { lowerKey } from '../../store/lowerKey';
import { findCause } from '../../sync/findCause';
import { listOrganisations } from '../read/listOrganisations';
import type { HeldPeople } from '../store/HeldPeople';
import type { Reconciler } from './createReconciler';
import type { PeopleParts } from './PeopleParts';

/** What of a plan may go. Node ids. */
export type StillMissing = Pick<HeldPeople, 'people' | 'teams' | 'isWhole'>;

/**
 * Of the people and teams that a plan holds, those that GitHub still does not list, since it may have been healthy again for a while without
 * a run: the organisation is read again. Where nobody may ask any more, since no App is there or installed, all of them. Throws a
 * `ServiceUnavailableError` where GitHub does not answer in full.
 */
export async function stillMissing(options: {
  parts: PeopleParts;
  reconciler: Pick<Reconciler, 'reconcile' | 'isReading'>;
  held: HeldPeople;
}): Promise<StillMissing> {
  const { parts, reconciler, held } = options;
  const { github, store } = parts;
  const { host, organisation, people, teams, isWhole } = held;
  const key = { host, organisation };
  const refuse = (reason: string) =>
    new ServiceUnavailableError(
      `Nobody was removed, since GitHub did not say who belongs to ${organisation} at ${host}: ${reason}. Try again once it answers`,
    );
  if (isWhole) {
    const listed = await listOrganisations({ github, host });
    if (listed.state === 'no-app') return { people, teams, isWhole };
    if (listed.state === 'unknown') throw refuse(listed.reason);
    return listed.organisations.map(lowerKey).includes(organisation)
      ? { people: [], teams: [], isWhole: false }
      : { people, teams, isWhole };
  }
  const { isShutOut } = await findCause({
    ...{ context: { github }, ...key },
    fresh: true,
  });
  if (isShutOut) return { people, teams, isWhole };

  // One that is under way may have asked before the plan was accepted.
  if (reconciler.isReading(key)) await reconciler.reconcile(key);
  await reconciler.reconcile(key);
  const problem = (await store.known.organisation(key))?.problem;
  if (problem) throw refuse(problem.message);
  const now = await store.held.of(key);
  return {
    people: people.filter(id => now?.people.includes(id)),
    teams: teams.filter(id => now?.teams.includes(id)),
    isWhole,
  };
}
