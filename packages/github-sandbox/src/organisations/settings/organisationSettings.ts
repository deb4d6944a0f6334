/** Settings that only owners see and change, with what a new organisation has. https://docs.github.com/rest/orgs/orgs#update-an-organization */
export const DEFAULT_SETTINGS: Record<string, boolean> = {
  members_can_create_public_repositories: true,
  members_can_create_private_repositories: true,
  members_can_create_internal_repositories: true,
  members_can_create_pages: true,
  members_can_create_public_pages: true,
  members_can_create_private_pages: true,
  members_can_fork_private_repositories: false,
  members_can_delete_repositories: true,
  members_can_change_repo_visibility: true,
  members_can_invite_outside_collaborators: true,
  members_can_delete_issues: false,
  display_commenter_full_name_setting_enabled: false,
  readers_can_create_discussions: true,
  members_can_create_teams: true,
  members_can_view_dependency_insights: true,
  web_commit_signoff_required: false,
  advanced_security_enabled_for_new_repositories: false,
  dependabot_alerts_enabled_for_new_repositories: false,
  dependabot_security_updates_enabled_for_new_repositories: false,
  dependency_graph_enabled_for_new_repositories: false,
  secret_scanning_enabled_for_new_repositories: false,
  secret_scanning_push_protection_enabled_for_new_repositories: false,
  secret_scanning_push_protection_custom_link_enabled: false,
  deploy_keys_enabled_for_repositories: true,
};

/** Whether everybody sees them. */
export const PUBLIC_SETTINGS: Record<string, boolean> = {
  has_organization_projects: true,
  has_repository_projects: true,
};

/** Texts of the profile that have no field of their own. */
export const PROFILE_TEXTS = ['company', 'twitter_username'] as const;
