import { readOpenApi } from '../testing/published/readOpenApi';
import { startTestSandbox } from '../testing/startTestSandbox';
import { stopCleanly } from '../testing/stopCleanly';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let openApi: Awaited<ReturnType<typeof readOpenApi>>;
beforeAll(async () => {
  [sandbox, openApi] = await Promise.all([startTestSandbox(), readOpenApi()]);
}, 30_000);
afterAll(() => stopCleanly(sandbox));

const REPO = '/repos/{owner}/{repo}';
const PROTECTION = `${REPO}/branches/{branch}/protection`;
const ENVIRONMENT = `${REPO}/environments/{environment_name}`;

const VALUES: Record<string, string> = {
  org: 'acme',
  owner: 'acme',
  repo: 'shop',
  branch: 'main',
  environment_name: 'production',
  name: 'REGION',
};

/** In this order: what is changed is read afterwards. `{id}` of a path is that of the last answer. */
const ROUTES: Array<{ route: string; status?: number; body?: unknown }> = [
  {
    route: `PUT ${PROTECTION}`,
    body: {
      required_status_checks: { strict: true, contexts: ['build'] },
      enforce_admins: true,
      required_pull_request_reviews: {
        dismissal_restrictions: { users: ['mel'], teams: ['web'] },
      },
      restrictions: { users: ['mel'], teams: ['web'], apps: ['portal'] },
    },
  },
  { route: `GET ${PROTECTION}` },
  { route: `POST ${PROTECTION}/required_signatures` },
  { route: `GET ${PROTECTION}/required_signatures` },
  { route: `GET ${PROTECTION}/enforce_admins` },
  { route: `GET ${PROTECTION}/required_pull_request_reviews` },
  {
    route: `PATCH ${PROTECTION}/required_pull_request_reviews`,
    body: { required_approving_review_count: 2 },
  },
  { route: `GET ${PROTECTION}/required_status_checks` },
  {
    route: `PATCH ${PROTECTION}/required_status_checks`,
    body: { checks: [{ context: 'test', app_id: -1 }] },
  },
  {
    route: `POST ${PROTECTION}/required_status_checks/contexts`,
    body: { contexts: ['lint'] },
  },
  { route: `GET ${PROTECTION}/restrictions` },
  { route: `GET ${PROTECTION}/restrictions/apps` },
  {
    route: `POST ${PROTECTION}/restrictions/users`,
    body: { users: ['olivia'] },
  },
  { route: `GET ${PROTECTION}/restrictions/teams` },
  { route: `DELETE ${PROTECTION}`, status: 204 },
  {
    route: `POST ${REPO}/rulesets`,
    status: 201,
    body: {
      name: 'main',
      enforcement: 'active',
      conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
      rules: [
        { type: 'deletion' },
        {
          type: 'required_status_checks',
          parameters: {
            strict_required_status_checks_policy: true,
            required_status_checks: [{ context: 'build' }],
          },
        },
      ],
    },
  },
  { route: `GET ${REPO}/rulesets/{ruleset_id}` },
  { route: `GET ${REPO}/rulesets` },
  { route: `GET ${REPO}/rules/branches/{branch}` },
  {
    route: 'POST /orgs/{org}/rulesets',
    status: 201,
    body: {
      name: 'all',
      enforcement: 'active',
      conditions: {
        ref_name: { include: ['~ALL'], exclude: [] },
        repository_name: { include: ['~ALL'], exclude: [] },
      },
      rules: [{ type: 'non_fast_forward' }],
    },
  },
  { route: 'GET /orgs/{org}/rulesets/{ruleset_id}' },
  { route: 'GET /orgs/{org}/rulesets' },
  {
    route: `PUT ${ENVIRONMENT}`,
    body: {
      wait_timer: 5,
      reviewers: [],
      deployment_branch_policy: {
        protected_branches: false,
        custom_branch_policies: true,
      },
    },
  },
  { route: `GET ${ENVIRONMENT}` },
  { route: `GET ${REPO}/environments` },
  {
    route: `POST ${ENVIRONMENT}/deployment-branch-policies`,
    body: { name: 'release/*' },
  },
  { route: `GET ${ENVIRONMENT}/deployment-branch-policies/{branch_policy_id}` },
  { route: `GET ${ENVIRONMENT}/deployment-branch-policies` },
  { route: `GET ${ENVIRONMENT}/deployment_protection_rules` },
  { route: `GET ${ENVIRONMENT}/secrets/public-key` },
  { route: `GET ${ENVIRONMENT}/secrets` },
  {
    route: `POST ${ENVIRONMENT}/variables`,
    status: 201,
    body: { name: 'region', value: 'north' },
  },
  { route: `GET ${ENVIRONMENT}/variables` },
  { route: `GET ${ENVIRONMENT}/variables/{name}` },
  {
    route: 'POST /orgs/{org}/actions/variables',
    status: 201,
    body: { name: 'region', value: 'south', visibility: 'selected' },
  },
  { route: 'GET /orgs/{org}/actions/variables' },
  { route: 'GET /orgs/{org}/actions/variables/{name}/repositories' },
  { route: 'GET /orgs/{org}/actions/secrets' },
  { route: 'GET /orgs/{org}/actions/secrets/public-key' },
  { route: 'GET /orgs/{org}/dependabot/secrets/public-key' },
  { route: `GET ${REPO}/actions/secrets/public-key` },
  { route: `GET ${REPO}/dependabot/secrets` },
  { route: `GET ${REPO}/actions/organization-secrets` },
  { route: `GET ${REPO}/actions/organization-variables` },
  {
    route: `PUT ${REPO}/actions/permissions`,
    status: 204,
    body: { enabled: true, allowed_actions: 'selected' },
  },
  { route: `GET ${REPO}/actions/permissions` },
  { route: `GET ${REPO}/actions/permissions/selected-actions` },
  { route: `GET ${REPO}/actions/permissions/workflow` },
  { route: `GET ${REPO}/actions/permissions/artifact-and-log-retention` },
  {
    route: 'PUT /orgs/{org}/actions/permissions',
    status: 204,
    body: { enabled_repositories: 'selected' },
  },
  { route: 'GET /orgs/{org}/actions/permissions' },
  { route: 'GET /orgs/{org}/actions/permissions/repositories' },
  { route: 'GET /orgs/{org}/actions/permissions/workflow' },
  {
    route: `PUT ${REPO}/actions/oidc/customization/sub`,
    status: 201,
    body: { use_default: false, include_claim_keys: ['repo'] },
  },
  { route: `GET ${REPO}/actions/oidc/customization/sub` },
  { route: 'GET /orgs/{org}/actions/oidc/customization/sub' },
  {
    route: `POST ${REPO}/keys`,
    status: 201,
    body: { title: 'deploy', key: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA==' },
  },
  { route: `GET ${REPO}/keys/{key_id}` },
  { route: `GET ${REPO}/keys` },
  {
    route: `POST ${REPO}/autolinks`,
    status: 201,
    body: { key_prefix: 'T-', url_template: 'https://t.example/<num>' },
  },
  { route: `GET ${REPO}/autolinks/{autolink_id}` },
  { route: `GET ${REPO}/autolinks` },
  {
    route: `POST ${REPO}/pages`,
    status: 201,
    body: { source: { branch: 'main', path: '/' } },
  },
  { route: `GET ${REPO}/pages` },
  { route: `GET ${REPO}/pages/builds` },
  { route: `GET ${REPO}/invitations` },
  { route: 'GET /user/repository_invitations' },
];

let lastId = '';

it.each(ROUTES.map(row => [row.route, row] as const))(
  '%s is as GitHub describes it',
  async (_name, { route, status = 200, body }) => {
    const path = route.replace(
      /\{(\w+)\}/g,
      (__, name: string) => VALUES[name] ?? lastId,
    );
    const answer = await sandbox.call(path, { as: 'olivia', body });
    lastId = String(answer.body?.id);
    const found = openApi.checkAnswer({ route, status, body: answer.body });

    expect({ status: answer.status, found, body: answer.body }).toEqual({
      status,
      found: [],
      body: answer.body,
    });
  },
);
