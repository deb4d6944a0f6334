import type { PeopleSource } from '../../config/GithubSettings';
import type { ReadSettings } from '../read/PeopleRead';
import { covers } from './covers';

/** Members of teams come by login alone, so that a page of them is light. */
const PAGE_SIZES = { people: 100, teams: 50, teamMembers: 100 };

/** How an organisation is read: once, for all sources that it belongs to. */
export function readSettingsOf(options: {
  sources: PeopleSource[];
  host: string;
  organisation: string;
}): ReadSettings {
  const { sources, host, organisation } = options;
  const concerned = sources.filter(source =>
    covers(source, { host, organisation }),
  );
  const smallest = (
    key: keyof PeopleSource['pageSizes'],
    usual: number,
  ): number =>
    Math.min(100, ...concerned.map(({ pageSizes }) => pageSizes[key] ?? usual));
  return {
    host,
    organisation,
    pageSizes: {
      people: smallest('organizationMembers', PAGE_SIZES.people),
      teams: smallest('teams', PAGE_SIZES.teams),
      teamMembers: smallest('teamMembers', PAGE_SIZES.teamMembers),
    },
    suspended: concerned.some(each => each.excludeSuspendedUsers),
    outsideCollaborators: concerned.some(each => each.outsideCollaborators),
  };
}
