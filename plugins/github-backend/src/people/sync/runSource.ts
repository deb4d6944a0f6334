import pLimit from 'p-limit';
import type { PeopleSource } from '../../config/GithubSettings';
import { lowerKey } from '../../store/lowerKey';
import { frequencyMsOf } from '../../sync/frequencyMsOf';
import type { Publisher } from './createPublisher';
import type { Reconciler } from './createReconciler';
import { isQuiet } from './isQuiet';
import { organisationsOf } from './organisationsOf';
import type { PeopleParts } from './PeopleParts';

/** Organisations that are read at the same time. */
const AT_A_TIME = 3;
/** Runs are not quite on time. */
const FRESH_SHARE = 0.9;

/**
 * One scheduled run of a source: reads its organisations, and gives the catalog what has changed. The first run of a process leaves out
 * what was read completely since the run before would have been; any run leaves out what is quiet, and asks GitHub nothing where all is.
 */
export async function runSource(options: {
  parts: PeopleParts;
  source: PeopleSource;
  reconciler: Reconciler;
  publisher: Publisher;
  isFirst: boolean;
  /** Reads this organisation alone. */
  only?: string;
}): Promise<void> {
  const { parts, source, reconciler, publisher, isFirst, only } = options;
  const { store, now } = parts;
  const { host, providerName: provider } = source;
  const frequencyMs = frequencyMsOf(source.schedule);
  // An event, or a new fingerprint, says that this one is not quiet.
  const mayRest = async (organisation: string) =>
    !only && (await isQuiet({ parts, key: { host, organisation } }));
  const before = source.orgs?.length
    ? source.orgs
    : await store.given.organisations({ provider, host });
  const resting = await Promise.all(before.map(mayRest));
  if (resting.length > 0 && resting.every(Boolean)) {
    await publisher.publish({ source, isScheduled: true });
    return;
  }
  const { read, give } = await organisationsOf({ parts, source });
  await store.given.setOrganisations({ provider, host, organisations: give });

  const concerned = read.filter(
    organisation => !only || lowerKey(organisation) === lowerKey(only),
  );
  const limit = pLimit(AT_A_TIME);
  const isFresh = async (organisation: string) => {
    const known = await store.known.organisation({ host, organisation });
    return (
      isFirst &&
      frequencyMs !== undefined &&
      known?.readAt !== undefined &&
      !known.problem &&
      now().getTime() - known.readAt.getTime() < frequencyMs * FRESH_SHARE
    );
  };
  await Promise.all(
    concerned.map(organisation =>
      limit(async () => {
        if (!(await isFresh(organisation)) && !(await mayRest(organisation))) {
          await reconciler.reconcile({ host, organisation });
        }
      }),
    ),
  );
  await publisher.publish({ source, isScheduled: !only });
}
