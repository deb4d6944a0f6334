import { collectEvents } from '../pulls/__testUtils__/collectEvents';
import { installationToken } from '../pulls/__testUtils__/installationToken';
import { startWithPull } from '../pulls/__testUtils__/startWithPull';
import { statusCheckRollupOf } from './statusCheckRollupOf';
import { stopCleanly } from '../testing/stopCleanly';

let acme: Awaited<ReturnType<typeof startWithPull>>;
let token: string;
beforeEach(async () => {
  acme = await startWithPull();
  token = installationToken(acme);
});
afterEach(() => stopCleanly(acme));

const path = '/repos/acme/shop';
const run = (body: object) =>
  acme.call(`POST ${path}/check-runs`, {
    token,
    body: { name: 'build', head_sha: acme.head, ...body },
  });
const rollup = () =>
  statusCheckRollupOf({
    sandbox: acme.sandbox,
    repository: acme.shop,
    sha: acme.head,
  });

it('lets an App write a check run, and tells of its end', async () => {
  const { names } = collectEvents(acme.sandbox);
  const created = await run({ status: 'in_progress', external_id: '42' });
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject({
    status: 'in_progress',
    conclusion: null,
    external_id: '42',
    app: { slug: 'portal' },
    pull_requests: [{ number: 1, head: { ref: 'feature' } }],
  });
  expect(rollup()?.state).toBe('PENDING');
  const { id } = created.body;
  const annotation = {
    path: 'README.md',
    start_line: 2,
    end_line: 2,
    annotation_level: 'warning',
    message: 'Too long',
  };
  const done = await acme.call(`PATCH ${path}/check-runs/${id}`, {
    token,
    body: {
      conclusion: 'failure',
      output: { title: 'Red', summary: 'One', annotations: [annotation] },
    },
  });
  expect(done.body).toMatchObject({
    status: 'completed',
    conclusion: 'failure',
    output: { title: 'Red', annotations_count: 1 },
  });
  const annotations = await acme.call(
    `GET ${path}/check-runs/${id}/annotations`,
  );
  expect(annotations.body).toMatchObject([annotation]);
  expect(rollup()?.state).toBe('FAILURE');
  expect(names).toEqual([
    'check_run.created',
    'check_run.completed',
    'check_suite.completed',
  ]);
  const suites = await acme.call(`GET ${path}/commits/feature/check-suites`);
  expect(suites.body).toMatchObject({
    total_count: 1,
    check_suites: [
      {
        status: 'completed',
        conclusion: 'failure',
        head_branch: 'feature',
        latest_check_runs_count: 1,
        head_commit: { id: acme.head },
      },
    ],
  });
});

it('lets people and other Apps write none', async () => {
  const person = await acme.call(`POST ${path}/check-runs`, {
    as: 'olivia',
    body: { name: 'build', head_sha: acme.head },
  });
  expect(person.status).toBe(403);
  expect(person.body.message).toBe('You must authenticate via a GitHub App.');
  const weak = installationToken({ ...acme, permissions: { checks: 'read' } });
  const reader = await acme.call(`POST ${path}/check-runs`, {
    token: weak,
    body: { name: 'build', head_sha: acme.head },
  });
  expect(reader.status).toBe(403);
});

it.each([
  [{ head_sha: '0'.repeat(40) }, `No commit found for SHA: ${'0'.repeat(40)}`],
  [{ name: undefined }, `"name" wasn't supplied.`],
  [{ status: 'completed' }, `"conclusion" wasn't supplied.`],
  [{ conclusion: 'green' }, '"green" is not a member of'],
  [{ output: { title: 'x' } }, `"summary" wasn't supplied in "output".`],
])('refuses %j', async (body, message) => {
  const answer = await run(body);
  expect(answer.status).toBe(422);
  expect(answer.body.message).toContain(message);
});

it('lists the newest run of each name, or all', async () => {
  await run({ conclusion: 'failure' });
  await run({ conclusion: 'success' });
  await run({ name: 'lint', conclusion: 'skipped' });
  const list = async (query: string) =>
    (await acme.call(`GET ${path}/commits/feature/check-runs?${query}`)).body;
  expect(await list('')).toMatchObject({
    total_count: 2,
    check_runs: [
      { name: 'lint', conclusion: 'skipped' },
      { name: 'build', conclusion: 'success' },
    ],
  });
  expect((await list('filter=all')).total_count).toBe(3);
  expect((await list('check_name=lint')).total_count).toBe(1);
  expect(rollup()?.state).toBe('SUCCESS');
});

it('begins a suite on a push for Apps that may write checks', async () => {
  const { events } = collectEvents(acme.sandbox);
  const sha = await acme.push('feature', { 'b.txt': 'b' });
  await acme.sandbox.settled();
  const suites = events.filter(({ name }) => name === 'check_suite');
  expect(suites).toMatchObject([
    {
      action: 'requested',
      checkSuite: { headSha: sha, headBranch: 'feature', status: 'queued' },
      sender: { login: 'mel' },
    },
  ]);
});

it('asks for a run again', async () => {
  const { names } = collectEvents(acme.sandbox);
  const { body } = await run({ conclusion: 'failure' });
  const again = await acme.call(
    `POST ${path}/check-runs/${body.id}/rerequest`,
    {
      as: 'mel',
    },
  );
  expect(again.status).toBe(201);
  expect(names).toContain('check_run.rerequested');
  const now = await acme.call(`GET ${path}/check-runs/${body.id}`);
  expect(now.body).toMatchObject({ status: 'queued', conclusion: null });
});

it('adds up statuses', async () => {
  const combined = async () =>
    (await acme.call(`GET ${path}/commits/feature/status?per_page=0`)).body;
  expect(await combined()).toMatchObject({
    state: 'pending',
    total_count: 0,
    sha: acme.head,
    repository: { full_name: 'acme/shop' },
  });
  const set = (context: string, state: string) =>
    acme.call(`POST ${path}/statuses/${acme.head}`, {
      as: 'mel',
      body: { context, state },
    });
  await set('ci', 'pending');
  await set('ci', 'success');
  expect((await combined()).state).toBe('success');
  await set('lint', 'error');
  expect(await combined()).toMatchObject({ state: 'failure', total_count: 2 });
  expect(rollup()?.state).toBe('FAILURE');
  const all = await acme.call(`GET ${path}/commits/feature/statuses`);
  expect(
    all.body.map(({ context, state }: Record<string, string>) => [
      context,
      state,
    ]),
  ).toEqual([
    ['lint', 'error'],
    ['ci', 'success'],
    ['ci', 'pending'],
  ]);
  const bad = await set('ci', 'green');
  expect(bad.status).toBe(422);
  const missing = await acme.call(`GET ${path}/commits/nowhere/status`);
  expect(missing.status).toBe(404);
});
