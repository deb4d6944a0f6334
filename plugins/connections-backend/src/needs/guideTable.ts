import type { PermissionLevel } from '@callboard/plugin-connections-common';
import type { PermissionNeed } from './FeatureNeed';

/** One row of the guide's table of permissions. */
export interface GuideRow {
  scope: PermissionNeed['scope'];
  /** As the guide writes it. */
  title: string;
  /** GitHub's key. */
  permission: string;
  level: PermissionLevel;
}

/**
 * The permissions that the widely read guide to Backstage's GitHub integration tells people to give an App, for a portal with every plugin.
 * It says itself that "the required permissions are a direct reflection of what plugins you have chosen to use"; `guideDifferences` has
 * what a portal that was measured needs instead.
 */
export const guideTable: GuideRow[] = [
  ...rows('repository', [
    ['Actions', 'actions', 'write'],
    ['Administration', 'administration', 'read'],
    ['Artifact metadata', 'artifact_metadata', 'read'],
    ['Checks', 'checks', 'read'],
    ['Code scanning alerts', 'security_events', 'read'],
    ['Commit Statuses', 'statuses', 'read'],
    // "Read (and maybe Write)"
    ['Contents', 'contents', 'read'],
    ['Dependabot Alerts', 'vulnerability_alerts', 'read'],
    ['Deployments', 'deployments', 'read'],
    ['Environments', 'environments', 'read'],
    [
      'Secret scanning alert dismissal requests',
      'repo_secret_scanning_dismissal_requests',
      'read',
    ],
    ['Secret scanning alerts', 'secret_scanning_alerts', 'read'],
    ['Issues', 'issues', 'read'],
    ['Pull Requests', 'pull_requests', 'read'],
    ['Workflows', 'workflows', 'write'],
  ]),
  ...rows('organization', [
    ['Members', 'members', 'read'],
    ['Administration', 'organization_administration', 'read'],
    ['Custom organization roles', 'organization_custom_org_roles', 'read'],
    ['Events', 'organization_events', 'read'],
    ['Projects', 'organization_projects', 'read'],
    ['Webhooks', 'organization_hooks', 'read'],
  ]),
  ...rows('account', [
    ['Email addresses', 'email_addresses', 'read'],
    ['Events', 'user_events', 'read'],
  ]),
];

function rows(
  scope: GuideRow['scope'],
  list: [title: string, permission: string, level: PermissionLevel][],
): GuideRow[] {
  return list.map(([title, permission, level]) => ({
    scope,
    title,
    permission,
    level,
  }));
}
