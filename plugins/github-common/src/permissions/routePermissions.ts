/** A permission that GitHub asks an App for, as a manifest and the API name it. */
export interface RoutePermission {
  /** `administration`. */
  permission: string;
  level: 'read' | 'write';
  scope: 'repository' | 'organization';
  /** As GitHub's settings call it, with the level: `Administration: write`. */
  title: string;
}

const TITLES = {
  actions: 'Actions',
  actions_variables: 'Variables',
  administration: 'Administration',
  contents: 'Contents',
  environments: 'Environments',
  issues: 'Issues',
  members: 'Members',
  pages: 'Pages',
  pull_requests: 'Pull requests',
  repository_hooks: 'Webhooks',
  secrets: 'Secrets',
  workflows: 'Workflows',
};

type Name = keyof typeof TITLES;

const repository = (
  permission: Name,
  level: RoutePermission['level'] = 'write',
): RoutePermission => ({
  permission,
  level,
  scope: 'repository',
  title: `${TITLES[permission]}: ${level}`,
});

const MEMBERS: RoutePermission = {
  permission: 'members',
  level: 'read',
  scope: 'organization',
  title: `${TITLES.members}: read`,
};

const [
  actions,
  variables,
  administration,
  contents,
  environments,
  issues,
  pages,
  pulls,
  hooks,
  secrets,
  workflows,
] = (
  [
    'actions',
    'actions_variables',
    'administration',
    'contents',
    'environments',
    'issues',
    'pages',
    'pull_requests',
    'repository_hooks',
    'secrets',
    'workflows',
  ] as const
).map(name => repository(name));

/**
 * What the calls of templates ask an App for, by route; the first is the one that names the call. A file below `.github/workflows` asks for
 * Workflows beside Contents. What is not here asks for no more than reading metadata, which every App may.
 * https://docs.github.com/rest/authentication/permissions-required-for-github-apps
 */
const ROUTE_PERMISSIONS: Record<string, RoutePermission[]> = {
  'POST /orgs/{org}/repos': [administration],
  'PUT /repos/{owner}/{repo}/topics': [administration],
  'PUT /repos/{owner}/{repo}/collaborators/{username}': [administration],
  'PUT /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}': [
    administration,
    MEMBERS,
  ],
  'GET /orgs/{org}/teams/{team_slug}': [MEMBERS],
  'PUT /repos/{owner}/{repo}/actions/permissions/access': [administration],
  'POST /repos/{owner}/{repo}/autolinks': [administration],
  'PUT /repos/{owner}/{repo}/contents/{path}': [contents, workflows],
  'GraphQL Mutation.createCommitOnBranch': [contents],
  'git push': [contents, workflows],
  'PUT /repos/{owner}/{repo}/actions/oidc/customization/sub': [actions],
  'POST /repos/{owner}/{repo}/pulls': [pulls],
  'PATCH /repos/{owner}/{repo}/pulls/{pull_number}': [pulls],
  'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers': [pulls],
  'POST /repos/{owner}/{repo}/git/refs': [contents, workflows],
  'GET /repos/{owner}/{repo}/commits': [repository('contents', 'read')],
  'POST /repos/{owner}/{repo}/git/blobs': [contents],
  'POST /repos/{owner}/{repo}/git/trees': [contents],
  'POST /repos/{owner}/{repo}/git/commits': [contents],
  'PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}': [secrets],
  'GET /repos/{owner}/{repo}/actions/secrets/public-key': [
    repository('secrets', 'read'),
  ],
  'POST /repos/{owner}/{repo}/actions/variables': [variables],
  'PATCH /repos/{owner}/{repo}/actions/variables/{name}': [variables],
  'PUT /repos/{owner}/{repo}/environments/{environment_name}': [administration],
  'POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies':
    [administration],
  'PUT /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}':
    [environments],
  'POST /repos/{owner}/{repo}/environments/{environment_name}/variables': [
    environments,
  ],
  'GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/public-key':
    [repository('environments', 'read')],
  'POST /repos/{owner}/{repo}/pages': [pages, administration],
  'POST /repos/{owner}/{repo}/hooks': [hooks],
  'POST /repos/{owner}/{repo}/keys': [administration],
  'PUT /repos/{owner}/{repo}/branches/{branch}/protection': [administration],
  'POST /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures':
    [administration],
  'POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches': [
    actions,
  ],
  'POST /repos/{owner}/{repo}/issues': [issues],
  'POST /repos/{owner}/{repo}/issues/{issue_number}/labels': [issues],
  'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees': [issues],
};

/** The permissions of an App that a route asks for, the one that names it first; none where reading metadata is enough. */
export function routePermissions(route: string): RoutePermission[] {
  return Object.hasOwn(ROUTE_PERMISSIONS, route)
    ? ROUTE_PERMISSIONS[route]
    : [];
}
