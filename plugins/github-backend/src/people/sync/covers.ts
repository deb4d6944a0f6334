import type { PeopleSource } from '../../config/GithubSettings';
import { lowerKey } from '../../store/lowerKey';
import type { OrganisationKey } from '../store/KnownOrganisation';

/** Whether a source may read an organisation: it names it, or names none and reads those of the Apps of the host. */
export function covers(source: PeopleSource, key: OrganisationKey): boolean {
  const login = lowerKey(key.organisation);
  return (
    source.host === key.host &&
    (!source.orgs?.length || source.orgs.some(each => lowerKey(each) === login))
  );
}
