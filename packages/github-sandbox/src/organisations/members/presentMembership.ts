import type { Organisation, OrganisationMember, User } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentAccount } from '../presentAccount';
import { presentOrganisation } from '../settings/presentOrganisation';

/** GitHub's `org-membership`. */
export function presentMembership(options: {
  urls: Urls;
  organisation: Organisation;
  member: OrganisationMember;
  user: User;
}) {
  const { urls, organisation, member, user } = options;
  const api = `${urls.api}/orgs/${organisation.login}`;
  return {
    url: `${api}/memberships/${user.login}`,
    state: member.state,
    role: member.role,
    organization_url: api,
    organization: presentOrganisation({ urls, organisation }),
    user: presentAccount({ urls, account: user }),
    permissions: {
      can_create_repository:
        member.role === 'admin' || organisation.membersCanCreateRepositories,
    },
  };
}
