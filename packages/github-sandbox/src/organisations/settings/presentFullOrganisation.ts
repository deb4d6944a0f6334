import type { Sandbox } from '../../core/Sandbox';
import type { Organisation } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { repositoryCounts } from '../users/repositoryCounts';
import { DEFAULT_SETTINGS, PUBLIC_SETTINGS } from './organisationSettings';
import { outsideCollaborators } from '../members/outsideCollaborators';
import { presentOrganisation } from './presentOrganisation';

const PERMISSIONS = {
  none: 'none',
  pull: 'read',
  triage: 'read',
  push: 'write',
  maintain: 'write',
  admin: 'admin',
};

/** GitHub's `organization-full`, which is `team-organization` as well; owners see settings and plan, too. */
export function presentFullOrganisation(options: {
  sandbox: Sandbox;
  urls: Urls;
  organisation: Organisation;
  forOwner: boolean;
}) {
  const { sandbox, urls, organisation, forOwner } = options;
  const { settings = {} } = organisation;
  const counts = repositoryCounts({ sandbox, account: organisation });
  const chosen = (defaults: Record<string, boolean>) =>
    Object.fromEntries(
      Object.entries(defaults).map(([name, value]) => [
        name,
        settings[name] ?? value,
      ]),
    );
  return {
    ...presentOrganisation({ urls, organisation }),
    // What is not filled in is left out: GitHub's description does not allow null here.
    ...given({
      name: organisation.name,
      company: settings.company,
      blog: organisation.blog,
      location: organisation.location,
      email: organisation.email,
    }),
    twitter_username: (settings.twitter_username as string) ?? null,
    is_verified: false,
    ...chosen(PUBLIC_SETTINGS),
    public_repos: counts.public,
    public_gists: 0,
    followers: 0,
    following: 0,
    html_url: `${urls.html}/${organisation.login}`,
    created_at: organisation.createdAt,
    updated_at: organisation.updatedAt,
    archived_at: null,
    type: organisation.type,
    ...(forOwner && {
      total_private_repos: counts.private,
      owned_private_repos: counts.private,
      private_gists: 0,
      disk_usage: 0,
      collaborators: outsideCollaborators({ sandbox, organisation }).length,
      billing_email: settings.billing_email ?? organisation.email,
      plan: {
        name: 'enterprise',
        space: 976562499,
        private_repos: 999999,
        filled_seats: organisation.members.length,
        seats: Math.max(25, organisation.members.length),
      },
      default_repository_permission:
        PERMISSIONS[organisation.defaultRepositoryPermission],
      default_repository_branch: 'main',
      members_can_create_repositories:
        organisation.membersCanCreateRepositories,
      members_allowed_repository_creation_type:
        settings.members_allowed_repository_creation_type ??
        (organisation.membersCanCreateRepositories ? 'all' : 'none'),
      two_factor_requirement_enabled: false,
      secret_scanning_push_protection_custom_link:
        (settings.secret_scanning_push_protection_custom_link as string) ??
        null,
      ...chosen(DEFAULT_SETTINGS),
    }),
  };
}

function given(fields: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value),
  );
}
