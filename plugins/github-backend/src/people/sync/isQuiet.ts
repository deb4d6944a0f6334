import type { OrganisationKey } from '../store/KnownOrganisation';
import type { PeopleParts } from './PeopleParts';
import { readAs } from './readAs';

/**
 * Whether an organisation need not be read, since its people and teams are as they were: so says the last look at its repositories, which
 * was not long ago, or the last complete read is still newer. What a fingerprint does not see makes it unquiet once that read is old.
 */
export async function isQuiet(options: {
  parts: Pick<PeopleParts, 'settings' | 'store' | 'now'>;
  key: OrganisationKey;
}): Promise<boolean> {
  const { parts, key } = options;
  const { settings, store, now } = parts;
  if (settings.strategy !== 'incremental') return false;
  const told = await store.fingerprints.of(key);
  const known = await store.known.organisation(key);
  if (!told?.readAs || !told.goodUntil) return false;
  if (!known?.readAt || known.problem) return false;
  const time = now().getTime();
  return (
    time < told.goodUntil.getTime() &&
    time - known.readAt.getTime() < settings.peopleReading.fullEveryMs &&
    told.readAs === (await readAs({ parts, key })) &&
    // The next healthy read lets it go.
    !(await store.held.of(key))
  );
}
