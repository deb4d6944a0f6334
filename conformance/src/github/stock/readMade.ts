import type { StockGitHub } from './openStockGitHub';

const loginsOf = (people: { login: string }[]) =>
  people.map(({ login }) => login).sort();

const namesOf = (things: { name: string }[]) =>
  things.map(({ name }) => name).sort();

const valuesOf = (secrets: { name: string; value: string }[]) =>
  Object.fromEntries(secrets.map(({ name, value }) => [name, value]));

/** What the template with every action has left behind in the sandbox, asked for by REST as the owner of the organisation. */
export async function readMade({ call, sandbox }: StockGitHub, name: string) {
  const { state } = sandbox.sandbox;
  const get = (path = '', repository = name) =>
    call(`GET /repos/acme/${repository}${path}`, 'olivia');
  const infrastructure = (path = '') => get(path, `${name}-infra`);
  const environment = (path = '') => get(`/environments/production${path}`);

  const repository = await get();
  const stored = state.repositories.get(repository.id)!;
  const [hook] = await get('/hooks');
  const pulls: any[] = await get('/pulls?state=all&direction=asc');
  const commits: any[] = await get('/commits?sha=main');
  const found = await environment();
  return {
    repository,
    protection: await get('/branches/main/protection'),
    firstCommit: commits.at(-1).commit,
    teams: Object.fromEntries(
      (await get('/teams')).map((team: any) => [team.slug, team.permission]),
    ),
    collaborators: Object.fromEntries(
      (await get('/collaborators?affiliation=direct'))
        .filter(({ login }: any) => login !== 'olivia')
        .map((person: any) => [person.login, person.role_name]),
    ),
    variables: (await get('/actions/variables')).variables,
    // Only workflows see the values of secrets, so they are read from the inside.
    secrets: valuesOf(stored.secrets),
    subject: await get('/actions/oidc/customization/sub'),
    subscription: await get('/subscription'),
    properties: await get('/properties/values'),
    infrastructure: {
      repository: await infrastructure(),
      protection: await infrastructure('/branches/main/protection'),
      access: await infrastructure('/actions/permissions/access'),
    },
    hook,
    delivered: statusesByEvent(await get(`/hooks/${hook.id}/deliveries`)),
    issue: presentIssue(await get('/issues/1')),
    dispatched: (await get('/actions/runs?event=workflow_dispatch'))
      .workflow_runs,
    autolinks: await get('/autolinks'),
    keys: await get('/keys'),
    environment: found,
    policies: (
      await environment('/deployment-branch-policies')
    ).branch_policies.map((one: any) => [one.type, one.name]),
    environmentVariables: (await environment('/variables')).variables,
    environmentSecrets: valuesOf(
      stored.environments.find(({ name: one }) => one === found.name)!.secrets,
    ),
    pages: await get('/pages'),
    pulls: pulls.map(presentPull),
    pullFiles: (await get(`/pulls/${pulls[0].number}/files`)).map(
      (file: any) => [file.filename, file.status],
    ),
    fork: await call(`GET /repos/oscar/${name}`, 'oscar'),
    own: await call(`GET /repos/olivia/${name}-own`, 'olivia'),
  };
}

/** Of each event, the different statuses of its deliveries. */
function statusesByEvent(deliveries: { event: string; status_code: number }[]) {
  const statuses: Record<string, number[]> = {};
  for (const { event, status_code: status } of deliveries) {
    statuses[event] = [...new Set([...(statuses[event] ?? []), status])];
  }
  return statuses;
}

function presentIssue(issue: any) {
  return {
    title: issue.title,
    assignees: loginsOf(issue.assignees),
    labels: namesOf(issue.labels),
    author: issue.user.login,
  };
}

function presentPull(pull: any) {
  return {
    title: pull.title,
    head: pull.head.label,
    draft: pull.draft,
    author: pull.user.login,
    assignees: loginsOf(pull.assignees),
    reviewers: loginsOf(pull.requested_reviewers),
    teams: namesOf(pull.requested_teams),
  };
}
