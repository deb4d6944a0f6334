import { issueToken } from '../../access/issueToken';
import { installationToken } from '../__testUtils__/installationToken';
import { startWithPull } from '../__testUtils__/startWithPull';
import { enableAutoMerge } from '../changes/autoMerge';
import { isPullRequest } from '../PullRequest';
import { stopCleanly } from '../../testing/stopCleanly';

let acme: Awaited<ReturnType<typeof startWithPull>>;
beforeEach(async () => {
  acme = await startWithPull();
});
afterEach(() => stopCleanly(acme));

const merge = (as: 'olivia' | 'mel' = 'mel') =>
  acme.call('PUT /repos/acme/shop/pulls/1/merge', { as, body: {} });
const review = (event: string, as: 'olivia' | 'mel' = 'olivia') =>
  acme.call('POST /repos/acme/shop/pulls/1/reviews', {
    as,
    body: { event, body: 'I have looked' },
  });
const state = async () => (await acme.pull()).mergeable_state;

it('waits for approvals of people who may write', async () => {
  acme.shop.branchProtection.main = {
    required_pull_request_reviews: { required_approving_review_count: 1 },
    enforce_admins: { enabled: true },
  };
  expect(await state()).toBe('blocked');
  const refused = await merge();
  expect(refused.status).toBe(405);
  expect(refused.body.message).toBe(
    'At least 1 approving review is required by reviewers with write access.',
  );
  // An outsider's approval does not count.
  await acme.call('POST /repos/acme/shop/pulls/1/reviews', {
    as: 'oscar',
    body: { event: 'APPROVE' },
  });
  expect(await state()).toBe('blocked');

  await review('REQUEST_CHANGES');
  expect((await merge()).body.message).toBe(
    '1 review requesting changes by reviewers with write access.',
  );
  await review('APPROVE');
  expect(await state()).toBe('clean');
  expect((await merge()).status).toBe(200);
});

it('lets administrators pass where the rules do not bind them', async () => {
  acme.shop.branchProtection.main = {
    required_pull_request_reviews: { required_approving_review_count: 1 },
    enforce_admins: false,
  };
  expect((await merge('mel')).status).toBe(405);
  expect((await merge('olivia')).status).toBe(200);
});

it('waits for checks and statuses, by name and App', async () => {
  acme.shop.branchProtection.main = {
    required_status_checks: {
      strict: false,
      contexts: [],
      checks: [
        { context: 'build', app_id: acme.app.id },
        { context: 'lint', app_id: null },
      ],
    },
  };
  expect((await merge()).body.message).toBe(
    '2 of 2 required status checks are expected.',
  );
  const token = installationToken(acme);
  const status = (context: string, value: string) =>
    acme.call(`POST /repos/acme/shop/statuses/${acme.head}`, {
      as: 'olivia',
      body: { context, state: value },
    });
  const check = (body: object) =>
    acme.call('POST /repos/acme/shop/check-runs', {
      token,
      body: { name: 'build', head_sha: acme.head, ...body },
    });
  await status('lint', 'failure');
  // A status of the same name is not the App's check.
  await status('build', 'success');
  await check({ status: 'in_progress' });
  expect((await merge()).body.message).toBe(
    'Required status check "build" is in progress.',
  );
  await check({ conclusion: 'success' });
  expect((await merge()).body.message).toBe(
    'Required status check "lint" is failing.',
  );
  await status('lint', 'success');
  expect(await state()).toBe('clean');
  expect((await merge()).status).toBe(200);
});

it('is unstable with a check that is red and not required', async () => {
  await acme.call(`POST /repos/acme/shop/statuses/${acme.head}`, {
    as: 'olivia',
    body: { state: 'error' },
  });
  expect(await state()).toBe('unstable');
  expect((await merge()).status).toBe(200);
});

it('wants the newest base where the rules are strict', async () => {
  acme.shop.branchProtection.main = {
    required_status_checks: { strict: true, contexts: [] },
  };
  await acme.push('main', { 'other.txt': '1' });
  expect(await state()).toBe('behind');
  const updated = await acme.call(
    'PUT /repos/acme/shop/pulls/1/update-branch',
    { as: 'mel', body: { expected_head_sha: acme.head } },
  );
  expect(updated.status).toBe(202);
  expect(await acme.pull()).toMatchObject({
    mergeable_state: 'clean',
    commits: 2,
    changed_files: 1,
  });
  const again = await acme.call('PUT /repos/acme/shop/pulls/1/update-branch', {
    as: 'mel',
    body: {},
  });
  expect(again.status).toBe(422);
  expect(again.body.message).toBe(
    'There are no new commits on the base branch.',
  );
});

it('reads rulesets as well as protection', async () => {
  acme.shop.rulesets.push({
    id: 1,
    target: 'branch',
    enforcement: 'active',
    conditions: { ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] } },
    rules: [
      { type: 'required_linear_history' },
      {
        type: 'pull_request',
        parameters: { required_approving_review_count: 1 },
      },
    ],
  });
  expect((await merge('olivia')).body.message).toBe(
    'This branch must not contain merge commits.',
  );
  const squash = () =>
    acme.call('PUT /repos/acme/shop/pulls/1/merge', {
      as: 'olivia',
      body: { merge_method: 'squash' },
    });
  expect((await squash()).status).toBe(405);
  await review('APPROVE');
  expect((await squash()).status).toBe(200);
});

it('leaves rulesets alone that are about other branches or not active', async () => {
  const rules = [
    {
      type: 'pull_request',
      parameters: { required_approving_review_count: 1 },
    },
  ];
  acme.shop.rulesets.push(
    {
      id: 1,
      target: 'branch',
      enforcement: 'disabled',
      conditions: { ref_name: { include: ['~ALL'] } },
      rules,
    },
    {
      id: 2,
      target: 'branch',
      enforcement: 'active',
      conditions: { ref_name: { include: ['refs/heads/release/**'] } },
      rules,
    },
    {
      id: 3,
      target: 'branch',
      enforcement: 'active',
      conditions: {
        ref_name: { include: ['~ALL'], exclude: ['refs/heads/ma*'] },
      },
      rules,
    },
  );
  expect(await state()).toBe('clean');
});

it('drops approvals that a push has made stale', async () => {
  acme.shop.branchProtection.main = {
    required_pull_request_reviews: {
      required_approving_review_count: 1,
      dismiss_stale_reviews: true,
    },
  };
  await review('APPROVE');
  expect(await state()).toBe('clean');
  await acme.push('feature', { 'more.txt': '1' });
  expect(await state()).toBe('blocked');
  const reviews = await acme.call('GET /repos/acme/shop/pulls/1/reviews');
  expect(reviews.body[0].state).toBe('DISMISSED');
});

it('merges by itself once everything is green', async () => {
  const { sandbox, shop, mel } = acme;
  shop.merging.allowAutoMerge = true;
  const issue = sandbox.state.issues.first('number', `${shop.id}#1`);
  if (!isPullRequest(issue)) throw new Error('No pull request');
  const all = { sandbox, repository: shop, issue, actor: mel };
  expect(await enableAutoMerge(all)).toEqual({
    outcome: 'refused',
    message: 'Pull request is in clean status',
  });
  shop.branchProtection.main = { required_status_checks: { contexts: ['ci'] } };
  expect(await enableAutoMerge({ ...all, method: 'squash' })).toEqual({
    outcome: 'enabled',
  });
  expect((await acme.pull()).auto_merge).toMatchObject({
    enabled_by: { login: 'mel' },
    merge_method: 'squash',
  });
  await acme.call(`POST /repos/acme/shop/statuses/${acme.head}`, {
    as: 'olivia',
    body: { context: 'ci', state: 'success' },
  });
  expect(await acme.pull()).toMatchObject({
    merged: true,
    merged_by: { login: 'mel' },
    auto_merge: null,
  });
});

it('asks code owners, and waits for one of them', async () => {
  await acme.push('main', { CODEOWNERS: '*.md @olivia\n' });
  acme.shop.branchProtection.main = {
    required_pull_request_reviews: {
      required_approving_review_count: 0,
      require_code_owner_reviews: true,
    },
    enforce_admins: true,
  };
  expect((await merge()).body.message).toBe(
    'Waiting on code owner review from olivia.',
  );
  await acme.push('docs', { 'docs.md': 'Docs\n' });
  const second = await acme.call('POST /repos/acme/shop/pulls', {
    as: 'mel',
    body: { title: 'Docs', head: 'docs', base: 'main' },
  });
  expect(second.body.requested_reviewers).toMatchObject([{ login: 'olivia' }]);
  await review('APPROVE');
  expect((await merge()).status).toBe(200);
});

it('counts no approval of an App', async () => {
  acme.shop.branchProtection.main = {
    required_pull_request_reviews: { required_approving_review_count: 1 },
  };
  const approved = await acme.call('POST /repos/acme/shop/pulls/1/reviews', {
    token: installationToken(acme),
    body: { event: 'APPROVE' },
  });
  expect(approved.status).toBe(200);
  expect(await state()).toBe('blocked');
  const reader = issueToken({
    sandbox: acme.sandbox,
    kind: 'fineGrained',
    values: {
      userId: acme.olivia.id,
      resourceOwnerId: acme.organisation.id,
      permissions: { metadata: 'read', pull_requests: 'read' },
    },
  });
  const refused = await acme.call('POST /repos/acme/shop/pulls/1/reviews', {
    token: reader.secret,
    body: { event: 'APPROVE' },
  });
  expect(refused.status).toBe(403);
});
