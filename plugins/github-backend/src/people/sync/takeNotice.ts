import type { Notice } from '../People';
import type { OrganisationKey } from '../store/KnownOrganisation';
import type { Reconciler } from './createReconciler';
import type { PeopleParts } from './PeopleParts';

/** Cycles of the looks at repositories for which what one has told is good: one may be late. */
const GOOD_FOR = 2;

/**
 * Keeps what a look at repositories has told of an organisation's people, and says what is to be done: `read` where they have changed,
 * `again` where they are being read and that may have been past the change, `find` where nothing was ever told or known of it.
 */
export async function takeNotice(options: {
  parts: PeopleParts;
  reconciler: Pick<Reconciler, 'isReading'>;
  notice: Notice;
}): Promise<'nothing' | 'read' | 'again' | 'find'> {
  const { parts, reconciler, notice } = options;
  const { settings, store } = parts;
  const { fingerprint, at, everyMs } = notice;
  const key: OrganisationKey = {
    host: notice.host,
    organisation: notice.organisation,
  };
  if (settings.strategy !== 'incremental') return 'nothing';
  const before = await store.fingerprints.of(key);
  await store.fingerprints.tell({
    ...{ ...key, fingerprint, at },
    ...(everyMs !== undefined && {
      goodUntil: new Date(at.getTime() + GOOD_FOR * everyMs),
    }),
  });
  if (!fingerprint) return 'nothing';
  if (!before) {
    return (await store.known.organisation(key)) ? 'nothing' : 'find';
  }
  if (!before.fingerprint || before.fingerprint === fingerprint) {
    return 'nothing';
  }
  return reconciler.isReading(key) ? 'again' : 'read';
}
