import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import type { Removal } from '../store/PlanStore';
import { findCause } from './findCause';
import { lookUpAll } from './lookUpAll';
import type { MirrorContext } from './MirrorContext';

/**
 * Of removals that a plan holds, those that GitHub still does not have: it may have been healthy again for a while without a run. Where nobody
 * may ask any more, since the App is not installed, all of them. Throws a `ServiceUnavailableError` where GitHub does not answer.
 */
export async function stillGone(options: {
  context: MirrorContext;
  host: string;
  organisation: string;
  removals: Removal[];
}): Promise<Removal[]> {
  const { context, host, organisation, removals } = options;
  const refuse = (reason: string) =>
    new ServiceUnavailableError(
      `Nothing was removed, since GitHub did not say what ${organisation} has at ${host}: ${reason}. Try again once it answers`,
    );
  if (removals.length === 0) {
    return [];
  }
  const { isShutOut } = await findCause({
    ...{ context, host, organisation },
    fresh: true,
  });
  if (isShutOut) {
    return removals;
  }
  const answers = await lookUpAll({
    ...{ context, host, owner: organisation },
    which: removals.map(({ id }) => ({ id })),
    wanted: { files: [], hints: false },
  }).catch(error => {
    throw refuse(stringifyError(error));
  });
  return removals.filter((_, index) => {
    const answer = answers[index];
    if (answer.state === 'unknown') {
      throw refuse(answer.reason);
    }
    return (
      answer.state === 'not-found' ||
      answer.repository.owner.toLowerCase() !== organisation.toLowerCase()
    );
  });
}
