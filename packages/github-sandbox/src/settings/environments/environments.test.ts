import { startTestSandbox } from '../../testing/startTestSandbox';
import { stopCleanly } from '../../testing/stopCleanly';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(() => stopCleanly(sandbox));

const path = '/repos/acme/shop/environments/production';
const policies = `${path}/deployment-branch-policies`;
const call = (route: string, body?: unknown) =>
  sandbox.call(route, { as: 'olivia', body });
const CUSTOM = {
  deployment_branch_policy: {
    protected_branches: false,
    custom_branch_policies: true,
  },
};

it('shows its rules', async () => {
  const { body } = await call(`PUT ${path}`, {
    ...CUSTOM,
    wait_timer: 10,
    prevent_self_review: true,
    reviewers: [
      { type: 'User', id: sandbox.mel.id },
      { type: 'Team', id: sandbox.web.id },
    ],
  });

  expect(body.protection_rules).toMatchObject([
    { type: 'wait_timer', wait_timer: 10 },
    {
      type: 'required_reviewers',
      prevent_self_review: true,
      reviewers: [
        { type: 'User', reviewer: { login: 'mel' } },
        { type: 'Team', reviewer: { slug: 'web' } },
      ],
    },
    { type: 'branch_policy' },
  ]);
});

it('takes away what is left out, and keeps the environment', async () => {
  const first = await call(`PUT ${path}`, { wait_timer: 10 });
  const second = await call(`PUT ${path}`);

  expect(second.body.id).toBe(first.body.id);
  expect(second.body.protection_rules).toEqual([]);
});

it.each([
  { wait_timer: 50_000 },
  {
    deployment_branch_policy: {
      protected_branches: true,
      custom_branch_policies: true,
    },
  },
  { reviewers: [{ type: 'User', id: 1_000_000 }] },
])('refuses %j', async body => {
  expect((await call(`PUT ${path}`, body)).status).toBe(422);
  expect(sandbox.shop.environments).toEqual([]);
});

it('takes patterns only where the environment asks for patterns', async () => {
  await call(`PUT ${path}`);
  const add = () => call(`POST ${policies}`, { name: 'v*', type: 'tag' });
  expect((await add()).status).toBe(404);

  await call(`PUT ${path}`, CUSTOM);
  const added = await add();
  expect(added.body).toMatchObject({ name: 'v*', type: 'tag' });
  expect((await call(`GET ${policies}`)).body.total_count).toBe(1);

  await call(`DELETE ${policies}/${added.body.id}`);
  expect((await call(`GET ${policies}`)).body.total_count).toBe(0);
});

it('is set up by administrators', async () => {
  const put = await sandbox.call(`PUT ${path}`, { as: 'mel' });
  expect(put.status).toBe(403);

  await call(`PUT ${path}`);
  expect((await sandbox.call(`GET ${path}`)).status).toBe(200);
  expect((await call(`DELETE ${path}`)).status).toBe(204);
  expect((await sandbox.call(`GET ${path}`)).status).toBe(404);
});
