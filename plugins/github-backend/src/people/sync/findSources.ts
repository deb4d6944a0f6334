import type { PeopleSource } from '../../config/GithubSettings';
import { lowerKey } from '../../store/lowerKey';
import type { OrganisationKey } from '../store/KnownOrganisation';
import type { PeopleParts } from './PeopleParts';

/** The sources that an organisation belongs to: those that name it, and those that read it last because an App is installed there. */
export async function findSources(options: {
  parts: Pick<PeopleParts, 'settings' | 'store'>;
  key: OrganisationKey;
}): Promise<PeopleSource[]> {
  const { settings, store } = options.parts;
  const { host } = options.key;
  const login = lowerKey(options.key.organisation);
  const found: PeopleSource[] = [];
  for (const source of settings.people) {
    if (source.host !== host) continue;
    const { providerName: provider } = source;
    const organisations = source.orgs?.length
      ? source.orgs
      : await store.given.organisations({ provider, host });
    if (organisations.some(each => lowerKey(each) === login)) {
      found.push(source);
    }
  }
  return found;
}
