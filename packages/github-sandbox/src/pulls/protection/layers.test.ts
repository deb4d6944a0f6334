import { pushFiles } from '../__testUtils__/pushFiles';
import { startWithPull } from '../__testUtils__/startWithPull';
import { stopCleanly } from '../../testing/stopCleanly';

let acme: Awaited<ReturnType<typeof startWithPull>>;
beforeEach(async () => {
  acme = await startWithPull();
});
afterEach(() => stopCleanly(acme));

const merge = (number = 1, as: 'olivia' | 'mel' = 'mel') =>
  acme.call(`PUT /repos/acme/shop/pulls/${number}/merge`, { as, body: {} });
const writeTo = (branch: string) =>
  acme.call('PUT /repos/acme/shop/contents/new.txt', {
    as: 'mel',
    body: { message: 'New', content: 'bmV3', branch },
  });
const oneApproval = {
  required_pull_request_reviews: { required_approving_review_count: 1 },
};

it('holds pushes, edits and merges to the protection of a pattern', async () => {
  const { sandbox, shop: repository, mel: user } = acme;
  await acme.push('release/1', { 'notes.txt': 'One' });
  await pushFiles({
    sandbox,
    repository,
    user,
    branch: 'fix',
    files: { 'fix.txt': 'Fixed' },
  });
  const { body: opened } = await acme.call('POST /repos/acme/shop/pulls', {
    as: 'mel',
    body: { title: 'Fix', head: 'fix', base: 'release/1' },
  });
  acme.shop.branchProtection['release/*'] = oneApproval;

  expect((await acme.pull(opened.number)).mergeable_state).toBe('blocked');
  expect((await merge(opened.number)).status).toBe(405);
  expect((await writeTo('release/1')).status).toBe(409);
  // Another branch is not meant.
  expect((await merge()).status).toBe(200);
});

it('waits for contexts that stand beside an empty list of checks', async () => {
  acme.shop.branchProtection.main = {
    required_status_checks: { strict: false, contexts: ['ci'], checks: [] },
  };
  expect((await merge()).body.message).toBe(
    'Required status check "ci" is expected.',
  );
});

describe('a ruleset of the organisation', () => {
  const add = (more: object = {}) =>
    acme.call('POST /orgs/acme/rulesets', {
      as: 'olivia',
      body: {
        name: 'reviewed',
        enforcement: 'active',
        conditions: {
          ref_name: { include: ['~DEFAULT_BRANCH'], exclude: [] },
          repository_name: { include: ['sh*'], exclude: [] },
        },
        rules: [
          {
            type: 'pull_request',
            parameters: { required_approving_review_count: 1 },
          },
        ],
        ...more,
      },
    });

  it('holds merges and edits', async () => {
    await add();
    expect((await acme.pull()).mergeable_state).toBe('blocked');
    expect((await merge()).status).toBe(405);
    // It binds owners, who are not named in it.
    expect((await merge(1, 'olivia')).status).toBe(405);
    expect((await writeTo('main')).body.message).toContain(
      'Repository rule violations found',
    );
    expect((await writeTo('feature')).status).toBe(201);
  });

  it('lets those pass who may bypass it, some only by merging', async () => {
    const team = {
      actor_id: acme.web.id,
      actor_type: 'Team',
      bypass_mode: 'pull_request',
    };
    await add({ bypass_actors: [team] });
    expect((await writeTo('main')).status).toBe(409);
    expect((await merge(1, 'olivia')).status).toBe(405);
    expect((await merge()).status).toBe(200);
  });

  it('leaves other repositories alone', async () => {
    await add({
      conditions: {
        ref_name: { include: ['~ALL'], exclude: [] },
        repository_name: { include: ['vault'], exclude: [] },
      },
    });
    expect((await writeTo('main')).status).toBe(201);
    expect((await acme.pull()).mergeable_state).toBe('clean');
  });
});
