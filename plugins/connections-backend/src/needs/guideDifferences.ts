import type { PermissionLevel } from '@callboard/plugin-connections-common';

/** Where the guide's table and what a portal needs are not the same. */
export type GuideDifference = {
  permission: string;
  /** What the guide gives; undefined: nothing. */
  guide?: PermissionLevel;
  why: string;
} & (
  | {
      kind: 'more';
      needed: PermissionLevel;
      /** Id of a feature, and one of its routes that asks for it. */
      feature: string;
      route: string;
    }
  /** `routes`: what would ask for it. None of them is called by any feature. */
  | { kind: 'not-needed'; routes: string[] }
);

/** Every difference between the guide's table and the sum of all features, including those that are not part of the portal yet. */
export const guideDifferences: GuideDifference[] = [
  {
    permission: 'metadata',
    kind: 'more',
    needed: 'read',
    feature: 'reading-files',
    route: 'GET /repos/{owner}/{repo}',
    why: 'GitHub gives it to every App, so the guide does not list it.',
  },
  {
    permission: 'administration',
    guide: 'read',
    kind: 'more',
    needed: 'write',
    feature: 'templates-create-repositories',
    route: 'POST /orgs/{org}/repos',
    why: 'Creating a repository needs write, as the troubleshooting of the same guide says.',
  },
  {
    permission: 'contents',
    guide: 'read',
    kind: 'more',
    needed: 'write',
    feature: 'templates-create-repositories',
    route: 'PUT /repos/{owner}/{repo}/contents/{path}',
    why: 'The guide says "and maybe Write": templates push what they have made.',
  },
  {
    permission: 'pull_requests',
    guide: 'read',
    kind: 'more',
    needed: 'write',
    feature: 'templates-pull-requests',
    route: 'POST /repos/{owner}/{repo}/pulls',
    why: 'Opening a pull request needs write.',
  },
  {
    permission: 'issues',
    guide: 'read',
    kind: 'more',
    needed: 'write',
    feature: 'templates-issues',
    route: 'POST /repos/{owner}/{repo}/issues',
    why: 'Opening an issue needs write.',
  },
  {
    permission: 'environments',
    guide: 'read',
    kind: 'more',
    needed: 'write',
    feature: 'templates-environments',
    route:
      'POST /repos/{owner}/{repo}/environments/{environment_name}/variables',
    why: 'Secrets and variables of an environment need write.',
  },
  {
    permission: 'secrets',
    kind: 'more',
    needed: 'write',
    feature: 'templates-secrets',
    route: 'PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}',
    why: 'Templates can write secrets of a repository.',
  },
  {
    permission: 'actions_variables',
    kind: 'more',
    needed: 'write',
    feature: 'templates-secrets',
    route: 'POST /repos/{owner}/{repo}/actions/variables',
    why: 'Templates can write variables of a repository.',
  },
  {
    permission: 'pages',
    kind: 'more',
    needed: 'write',
    feature: 'templates-pages',
    route: 'POST /repos/{owner}/{repo}/pages',
    why: 'Templates can switch GitHub Pages on.',
  },
  {
    permission: 'repository_hooks',
    kind: 'more',
    needed: 'write',
    feature: 'templates-webhooks',
    route: 'POST /repos/{owner}/{repo}/hooks',
    why: 'Templates can create webhooks of a repository.',
  },
  {
    permission: 'artifact_metadata',
    guide: 'read',
    kind: 'not-needed',
    routes: [
      'GET /orgs/{org}/artifacts/{subject_digest}/metadata/storage-records',
    ],
    why: 'No feature reads records of build artifacts.',
  },
  {
    permission: 'repo_secret_scanning_dismissal_requests',
    guide: 'read',
    kind: 'not-needed',
    routes: [],
    why: 'The security tab shows alerts, not requests to dismiss them.',
  },
  {
    permission: 'organization_administration',
    guide: 'read',
    kind: 'not-needed',
    routes: ['GET /orgs/{org}/installations'],
    why: 'An App finds its own installations with its key.',
  },
  {
    permission: 'organization_custom_org_roles',
    guide: 'read',
    kind: 'not-needed',
    routes: ['GET /orgs/{org}/organization-roles'],
    why: 'The catalog takes members and teams, not roles.',
  },
  {
    permission: 'organization_events',
    guide: 'read',
    kind: 'not-needed',
    routes: ['GET /orgs/{org}/events'],
    why: 'Events come by webhook; each needs the permission of what it is about.',
  },
  {
    permission: 'organization_projects',
    guide: 'read',
    kind: 'not-needed',
    routes: ['GET /orgs/{org}/projectsV2'],
    why: 'No feature shows project boards.',
  },
  {
    permission: 'organization_hooks',
    guide: 'read',
    kind: 'not-needed',
    routes: ['GET /orgs/{org}/hooks'],
    why: "The App's own webhook brings the events of organisations.",
  },
  {
    permission: 'user_events',
    guide: 'read',
    kind: 'not-needed',
    routes: ['GET /users/{username}/events'],
    why: 'No feature shows what a person did on GitHub.',
  },
];
