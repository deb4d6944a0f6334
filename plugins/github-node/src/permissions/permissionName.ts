type Scope = 'repository' | 'organization' | 'account';

/**
 * GitHub's words for the permissions of an App, by the key that a manifest and the API use.
 * https://docs.github.com/rest/authentication/permissions-required-for-github-apps
 */
const TITLES: Record<Scope, Record<string, string>> = {
  repository: {
    actions: 'Actions',
    actions_variables: 'Variables',
    administration: 'Administration',
    artifact_metadata: 'Artifact metadata',
    attestations: 'Attestations',
    checks: 'Checks',
    code_quality: 'Code quality',
    codespaces: 'Codespaces',
    contents: 'Contents',
    dependabot_secrets: 'Dependabot secrets',
    deployments: 'Deployments',
    discussions: 'Discussions',
    environments: 'Environments',
    issues: 'Issues',
    merge_queues: 'Merge queues',
    metadata: 'Metadata',
    packages: 'Packages',
    pages: 'Pages',
    pull_requests: 'Pull requests',
    repo_secret_scanning_dismissal_requests:
      'Secret scanning alert dismissal requests',
    repository_advisories: 'Repository security advisories',
    repository_custom_properties: 'Custom properties',
    repository_hooks: 'Webhooks',
    repository_projects: 'Projects',
    secret_scanning_alerts: 'Secret scanning alerts',
    secret_scanning_bypass_requests:
      'Secret scanning push protection bypass requests',
    secrets: 'Secrets',
    security_events: 'Code scanning alerts',
    single_file: 'Single file',
    statuses: 'Commit statuses',
    vulnerability_alerts: 'Dependabot alerts',
    workflows: 'Workflows',
  },
  organization: {
    members: 'Members',
    custom_properties_for_organizations: 'Custom properties for organizations',
    organization_actions_variables: 'Variables',
    organization_administration: 'Administration',
    organization_announcement_banners: 'Announcement banners',
    organization_copilot_seat_management: 'GitHub Copilot Business',
    organization_custom_org_roles: 'Custom organization roles',
    organization_custom_properties: 'Custom properties',
    organization_custom_roles: 'Custom repository roles',
    organization_events: 'Events',
    organization_hooks: 'Webhooks',
    organization_packages: 'Packages',
    organization_personal_access_token_requests:
      'Personal access token requests',
    organization_personal_access_tokens: 'Personal access tokens',
    organization_plan: 'Plan',
    organization_projects: 'Projects',
    organization_secrets: 'Secrets',
    organization_self_hosted_runners: 'Self-hosted runners',
    organization_user_blocking: 'Blocking users',
    team_discussions: 'Team discussions',
  },
  account: {
    email_addresses: 'Email addresses',
    followers: 'Followers',
    git_ssh_keys: 'Git SSH keys',
    gpg_keys: 'GPG keys',
    interaction_limits: 'Interaction limits',
    profile: 'Profile',
    starring: 'Starring',
    user_events: 'Events',
  },
};

/** What people call a permission, and what it is about. An unknown one is named by its key. */
export function permissionName(permission: string): {
  title: string;
  scope: Scope;
} {
  for (const scope of ['repository', 'organization', 'account'] as const) {
    const title = TITLES[scope][permission];
    if (title) return { title, scope };
  }
  const words = permission.replace(/^organization_/, '').replaceAll('_', ' ');
  return {
    title: words.charAt(0).toUpperCase() + words.slice(1),
    scope: permission.startsWith('organization_')
      ? 'organization'
      : 'repository',
  };
}
