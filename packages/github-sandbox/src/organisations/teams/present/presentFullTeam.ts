import type { Sandbox } from '../../../core/Sandbox';
import type { Organisation, Team } from '../../../core/state';
import type { Urls } from '../../../http/createUrls';
import { presentFullOrganisation } from '../../settings/presentFullOrganisation';
import { membersOfTeam } from '../membersOfTeam';
import { repositoriesOfTeam } from '../repositoriesOfTeam';
import { presentTeam } from './presentTeam';

/** GitHub's `team-full`. Members of child teams count. */
export function presentFullTeam(options: {
  sandbox: Sandbox;
  urls: Urls;
  organisation: Organisation;
  team: Team;
}) {
  const { team } = options;
  return {
    ...presentTeam(options),
    created_at: team.createdAt,
    updated_at: team.updatedAt,
    members_count: membersOfTeam(options).length,
    repos_count: repositoriesOfTeam(options).length,
    organization: presentFullOrganisation({ ...options, forOwner: false }),
  };
}
