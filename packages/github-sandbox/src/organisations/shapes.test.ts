import { readOpenApi } from '../testing/published/readOpenApi';
import { startTestSandbox } from '../testing/startTestSandbox';
import { stopCleanly } from '../testing/stopCleanly';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let openApi: Awaited<ReturnType<typeof readOpenApi>>;
beforeAll(async () => {
  [sandbox, openApi] = await Promise.all([startTestSandbox(), readOpenApi()]);
}, 30_000);
afterAll(() => stopCleanly(sandbox));

const VALUES: Record<string, string> = {
  org: 'acme',
  owner: 'acme',
  repo: 'shop',
  username: 'mel',
  team_slug: 'web',
  custom_property_name: 'tier',
};

/** In this order: what is changed is read afterwards. */
const ROUTES: Array<{
  route: string;
  status?: number;
  body?: unknown;
  values?: Record<string, string>;
}> = [
  { route: 'GET /user' },
  { route: 'PATCH /user', body: { bio: 'Owns it', hireable: true } },
  { route: 'GET /user/emails' },
  { route: 'GET /user/public_emails' },
  { route: 'GET /user/followers' },
  { route: 'GET /user/orgs' },
  { route: 'GET /user/teams' },
  { route: 'GET /user/memberships/orgs' },
  { route: 'GET /user/memberships/orgs/{org}' },
  { route: 'GET /users' },
  { route: 'GET /users/{username}' },
  { route: 'GET /users/{username}', values: { username: 'acme' } },
  { route: 'GET /users/{username}/orgs' },
  { route: 'GET /users/{username}/followers' },
  { route: 'GET /organizations' },
  { route: 'GET /orgs/{org}' },
  {
    route: 'PATCH /orgs/{org}',
    body: { company: 'Acme Inc.', default_repository_permission: 'write' },
  },
  { route: 'GET /orgs/{org}/members' },
  { route: 'GET /orgs/{org}/public_members' },
  { route: 'GET /orgs/{org}/members/{username}', status: 204 },
  { route: 'GET /orgs/{org}/public_members/{username}', status: 204 },
  { route: 'GET /orgs/{org}/memberships/{username}' },
  {
    route: 'PUT /orgs/{org}/memberships/{username}',
    values: { username: 'oscar' },
  },
  { route: 'GET /orgs/{org}/invitations' },
  {
    route: 'PUT /orgs/{org}/teams/{team_slug}/memberships/{username}',
    values: { username: 'oscar' },
  },
  { route: 'GET /orgs/{org}/teams/{team_slug}/invitations' },
  { route: 'GET /orgs/{org}/outside_collaborators' },
  { route: 'PUT /orgs/{org}/blocks/{username}', status: 422 },
  { route: 'GET /orgs/{org}/blocks' },
  { route: 'GET /orgs/{org}/teams' },
  {
    route: 'POST /orgs/{org}/teams',
    status: 201,
    body: { name: 'Web Shop', repo_names: ['acme/shop'] },
  },
  { route: 'GET /orgs/{org}/teams/{team_slug}' },
  {
    route: 'PATCH /orgs/{org}/teams/{team_slug}',
    body: { description: 'The web' },
  },
  { route: 'GET /orgs/{org}/teams/{team_slug}/members' },
  { route: 'GET /orgs/{org}/teams/{team_slug}/memberships/{username}' },
  {
    route: 'PUT /orgs/{org}/teams/{team_slug}/memberships/{username}',
    values: { username: 'olivia' },
  },
  { route: 'GET /orgs/{org}/teams/{team_slug}/repos' },
  { route: 'GET /orgs/{org}/teams/{team_slug}/teams' },
  {
    route: 'PUT /orgs/{org}/properties/schema/{custom_property_name}',
    body: { value_type: 'single_select', allowed_values: ['one', 'two'] },
  },
  { route: 'GET /orgs/{org}/properties/schema' },
  { route: 'GET /orgs/{org}/properties/schema/{custom_property_name}' },
  {
    route: 'PATCH /repos/{owner}/{repo}/properties/values',
    status: 204,
    body: { properties: [{ property_name: 'tier', value: 'two' }] },
  },
  { route: 'GET /repos/{owner}/{repo}/properties/values' },
  { route: 'GET /orgs/{org}/properties/values' },
];

it.each(ROUTES.map(row => [`${row.route} ${row.status ?? ''}`, row] as const))(
  '%s is as GitHub describes it',
  async (_name, { route, status = 200, body, values }) => {
    const path = route.replace(
      /\{(\w+)\}/g,
      (__, name) => ({ ...VALUES, ...values }[name as string] ?? name),
    );
    const answer = await sandbox.call(path, { as: 'olivia', body });
    const found =
      status === 422
        ? []
        : openApi.checkAnswer({ route, status, body: answer.body });

    expect({ status: answer.status, found }).toEqual({ status, found: [] });
  },
);
