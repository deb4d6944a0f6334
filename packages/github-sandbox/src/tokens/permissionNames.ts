/** The permissions that a fine-grained token can have, in GitHub's names of App permissions. */
export const REPOSITORY_PERMISSIONS = [
  'actions',
  'administration',
  'checks',
  'contents',
  'dependabot_secrets',
  'deployments',
  'discussions',
  'environments',
  'issues',
  'pages',
  'pull_requests',
  'repository_hooks',
  'secret_scanning_alerts',
  'secrets',
  'security_events',
  'statuses',
  'actions_variables',
  'vulnerability_alerts',
  'workflows',
];

export const ORGANISATION_PERMISSIONS = [
  'members',
  'organization_administration',
  'organization_custom_properties',
  'organization_hooks',
  'organization_secrets',
];

export const ACCOUNT_PERMISSIONS = ['email_addresses', 'profile', 'starring'];
