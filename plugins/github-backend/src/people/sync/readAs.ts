import { hashOf } from '../../store/hashOf';
import { lowerKey } from '../../store/lowerKey';
import type { OrganisationKey } from '../store/KnownOrganisation';
import type { PeopleParts } from './PeopleParts';
import { readSettingsOf } from './readSettingsOf';

/**
 * What a complete read that begins now may be known by, and later be compared with: the fingerprint and how the organisation is read.
 * Undefined where the last look at its repositories could not tell the fingerprint.
 */
export async function readAs(options: {
  parts: Pick<PeopleParts, 'settings' | 'store'>;
  key: OrganisationKey;
}): Promise<string | undefined> {
  const { parts, key } = options;
  const told = await parts.store.fingerprints.of(key);
  if (!told?.toldAt) return undefined;
  return hashOf([
    told.fingerprint,
    {
      ...readSettingsOf({ sources: parts.settings.people, ...key }),
      organisation: lowerKey(key.organisation),
    },
  ]);
}
