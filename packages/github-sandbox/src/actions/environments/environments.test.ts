import { startActions, workflow } from '../__testUtils__/startActions';
import type { Environment } from '../../core/state';
import { ensureEnvironment } from '../../core/records/ensureEnvironment';

const FILE = '.github/workflows/deploy.yml';
const DEPLOY = workflow({
  job: ['environment: {name: production, url: "https://acme.example"}'],
  run: 'echo "${{ vars.PLACE }}"',
});
let test: Awaited<ReturnType<typeof startActions>>;

beforeEach(async () => {
  test = await startActions();
});
afterEach(async () => {
  await test.stop();
});

function protect(rules: Partial<Environment>) {
  const { sandbox, shop: repository } = test;
  const environment = ensureEnvironment({
    sandbox,
    repository,
    name: 'production',
  });
  return Object.assign(environment, rules);
}

it('deploys to an environment, which is made where it is new', async () => {
  await test.commit({ [FILE]: DEPLOY });
  expect(await test.latestRun()).toMatchObject({ conclusion: 'success' });
  const { body } = await test.call('GET /repos/acme/shop/deployments');
  expect(body).toMatchObject([
    {
      environment: 'production',
      ref: 'main',
      creator: { login: 'github-actions[bot]' },
    },
  ]);
  const statuses = await test.call(
    `GET /repos/acme/shop/deployments/${body[0].id}/statuses`,
  );
  expect(
    statuses.body.map((status: any) => [status.state, status.environment_url]),
  ).toEqual([
    ['success', 'https://acme.example'],
    ['in_progress', ''],
  ]);
  expect(test.shop.environments).toMatchObject([{ name: 'production' }]);
});

it('waits for a reviewer', async () => {
  const at = test.sandbox.clock.iso();
  const { id } = protect({
    reviewers: [{ type: 'Team', id: test.web.id }],
    variables: [
      { name: 'PLACE', value: 'north', createdAt: at, updatedAt: at },
    ],
  });
  await test.commit({ [FILE]: DEPLOY });
  const run = await test.latestRun();
  expect(run.status).toBe('waiting');
  expect(await test.jobsOf(run)).toEqual({ build: 'waiting' });
  const pending = `/repos/acme/shop/actions/runs/${run.id}/pending_deployments`;
  const seen = await test.call(`GET ${pending}`, { as: 'mel' });
  expect(seen.body).toMatchObject([
    {
      environment: { id, name: 'production' },
      wait_timer: 0,
      wait_timer_started_at: null,
      current_user_can_approve: true,
      reviewers: [{ type: 'Team', reviewer: { slug: 'web' } }],
    },
  ]);

  const body = {
    environment_ids: [id],
    state: 'approved',
    comment: 'Ship it',
  };
  expect(
    (await test.call(`POST ${pending}`, { as: 'olivia', body })).status,
  ).toBe(422);
  const approved = await test.call(`POST ${pending}`, { as: 'mel', body });
  expect(approved).toMatchObject({
    status: 200,
    body: [{ environment: 'production' }],
  });
  await test.sandbox.settled();
  const after = await test.latestRun();
  expect(after.conclusion).toBe('success');
  expect(await test.logOf(after)).toContain('\nnorth\n');
  expect(await test.read(`/runs/${run.id}/approvals`)).toMatchObject([
    {
      state: 'approved',
      comment: 'Ship it',
      user: { login: 'mel' },
      environments: [{ name: 'production' }],
    },
  ]);
  expect((await test.call(`POST ${pending}`, { as: 'mel', body })).status).toBe(
    422,
  );
});

it('fails where the reviewer says no', async () => {
  const { id } = protect({ reviewers: [{ type: 'User', id: test.olivia.id }] });
  await test.commit({ [FILE]: DEPLOY });
  const run = await test.latestRun();
  await test.send(`/runs/${run.id}/pending_deployments`, {
    environment_ids: [id],
    state: 'rejected',
    comment: '',
  });
  expect(await test.latestRun()).toMatchObject({ conclusion: 'failure' });
});

it('waits for the timer', async () => {
  protect({ waitTimer: 30 });
  await test.commit({ [FILE]: DEPLOY });
  expect(await test.latestRun()).toMatchObject({ status: 'waiting' });
  test.sandbox.clock.advance({ ms: 31 * 60 * 1000 });
  await test.sandbox.settled();
  expect(await test.latestRun()).toMatchObject({ conclusion: 'success' });
});

it('lets only some branches deploy', async () => {
  protect({
    deploymentBranchPolicy: {
      protectedBranches: false,
      customBranchPolicies: true,
    },
    branchPolicies: [{ id: 1, name: 'release/*', type: 'branch' }],
  });
  await test.commit({ [FILE]: DEPLOY });
  const run = await test.latestRun();
  expect(run.conclusion).toBe('failure');
  const [checkRun] = test.sandbox.state.checkRuns.by(
    'suite',
    run.check_suite_id,
  );
  expect(checkRun.output.annotations[0].message).toBe(
    'Branch "main" is not allowed to deploy to production due to environment protection rules.',
  );
});
