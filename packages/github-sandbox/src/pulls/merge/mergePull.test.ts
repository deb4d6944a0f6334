import { startWithPull } from '../__testUtils__/startWithPull';
import { collectEvents } from '../__testUtils__/collectEvents';
import { stopCleanly } from '../../testing/stopCleanly';

let acme: Awaited<ReturnType<typeof startWithPull>>;
afterEach(() => stopCleanly(acme));

const merge = (body: object = {}, as: 'olivia' | 'mel' | 'oscar' = 'mel') =>
  acme.call('PUT /repos/acme/shop/pulls/1/merge', { as, body });
const commit = async (sha: string) =>
  (await acme.call(`GET /repos/acme/shop/commits/${sha}`)).body;

it('merges with a merge commit', async () => {
  acme = await startWithPull();
  const { names } = collectEvents(acme.sandbox);
  const { status, body } = await merge();
  expect(status).toBe(200);
  expect(body).toEqual({
    sha: expect.stringMatching(/^[0-9a-f]{40}$/),
    merged: true,
    message: 'Pull Request successfully merged',
  });
  const made = await commit(body.sha);
  expect(made.commit.message).toBe(
    'Merge pull request #1 from acme/feature\n\nOpening hours',
  );
  expect(made.commit.author.name).toBe('mel');
  expect(made.commit.committer.name).toBe('GitHub');
  expect(made.parents).toHaveLength(2);
  expect(await acme.pull()).toMatchObject({
    state: 'closed',
    merged: true,
    merged_by: { login: 'mel' },
    merge_commit_sha: body.sha,
    mergeable: null,
    mergeable_state: 'unknown',
    commits: 1,
    changed_files: 1,
  });
  const main = await acme.call('GET /repos/acme/shop/branches/main');
  expect(main.body.commit.sha).toBe(body.sha);
  await acme.sandbox.settled();
  expect(names.filter(name => name !== 'check_suite.requested')).toEqual([
    'push',
    'pull_request.closed',
  ]);
});

it('squashes into one commit of the author, by the settings of the repository', async () => {
  acme = await startWithPull();
  const { body } = await merge({ merge_method: 'squash' }, 'olivia');
  const made = await commit(body.sha);
  expect(made.commit.message).toBe(
    'Say when we are open (#1)\n\nPeople asked.',
  );
  expect(made.commit.author.name).toBe('mel');
  expect(made.parents).toHaveLength(1);
});

it('lists the commits that it squashes', async () => {
  acme = await startWithPull();
  await acme.push('feature', { 'b.txt': 'b' });
  await acme.pull();
  const { body } = await merge({ merge_method: 'squash' });
  expect((await commit(body.sha)).commit.message).toBe(
    'Opening hours (#1)\n\n* Say when we are open\n\nPeople asked.\n\n* Change b.txt',
  );
});

it('takes title and message from the caller', async () => {
  acme = await startWithPull();
  const { body } = await merge({
    merge_method: 'squash',
    commit_title: 'My title',
    commit_message: '',
  });
  expect((await commit(body.sha)).commit.message).toBe('My title');
});

it('rebases the commits onto the base branch', async () => {
  acme = await startWithPull();
  const tip = await acme.push('main', { 'other.txt': '1' });
  const { body } = await merge({ merge_method: 'rebase' });
  const made = await commit(body.sha);
  expect(made.parents[0].sha).toBe(tip);
  expect(made.commit.message).toBe('Say when we are open\n\nPeople asked.');
});

it('merges three ways where the base has gone on', async () => {
  acme = await startWithPull();
  await acme.push('main', { 'other.txt': '1' });
  expect((await merge()).status).toBe(200);
  const tree = await acme.call('GET /repos/acme/shop/git/trees/main');
  expect(tree.body.tree.map(({ path }: { path: string }) => path)).toEqual([
    'README.md',
    'other.txt',
    'src',
  ]);
});

it('refuses a conflict', async () => {
  acme = await startWithPull();
  await acme.push('main', { 'README.md': '# Another shop\nClosed\n' });
  expect(await acme.pull()).toMatchObject({
    mergeable: false,
    mergeable_state: 'dirty',
    merge_commit_sha: null,
  });
  const answer = await merge();
  expect(answer.status).toBe(405);
  expect(answer.body.message).toBe('Pull Request is not mergeable');
});

it('refuses a head that the caller has not seen', async () => {
  acme = await startWithPull();
  const answer = await merge({ sha: '0'.repeat(40) });
  expect(answer.status).toBe(409);
  expect(answer.body.message).toBe(
    'Head branch was modified. Review and try the merge again.',
  );
  expect((await merge({ sha: acme.head })).status).toBe(200);
});

it('refuses drafts, and people who may not write', async () => {
  acme = await startWithPull({ draft: true });
  expect((await acme.pull()).mergeable_state).toBe('draft');
  const draft = await merge();
  expect(draft.status).toBe(405);
  expect(draft.body.message).toBe('Pull Request is still a draft');
  expect((await merge({}, 'oscar')).status).toBe(404);
});

it('refuses methods that the repository has switched off', async () => {
  acme = await startWithPull();
  acme.shop.merging.allowSquashMerge = false;
  const answer = await merge({ merge_method: 'squash' });
  expect(answer.status).toBe(405);
  expect(answer.body.message).toBe(
    'Squash merges are not allowed on this repository.',
  );
});

it('deletes the branch where the repository is set so', async () => {
  acme = await startWithPull();
  acme.shop.merging.deleteBranchOnMerge = true;
  await merge();
  const branch = await acme.call('GET /repos/acme/shop/branches/feature');
  expect(branch.status).toBe(404);
  const events = await acme.call('GET /repos/acme/shop/issues/1/events');
  expect(events.body.map(({ event }: { event: string }) => event)).toEqual([
    'merged',
    'closed',
    'head_ref_deleted',
  ]);
});

it('closes the issues that the description names', async () => {
  acme = await startWithPull({ body: 'Fixes #2, and mentions #3' });
  const open = () =>
    acme.call('POST /repos/acme/shop/issues', {
      as: 'mel',
      body: { title: 'When are you open?' },
    });
  await open();
  await open();
  await merge();
  const states = async (number: number) =>
    (await acme.call(`GET /repos/acme/shop/issues/${number}`)).body;
  expect(await states(2)).toMatchObject({
    state: 'closed',
    state_reason: 'completed',
    closed_by: { login: 'mel' },
  });
  expect(await states(3)).toMatchObject({ state: 'open' });
  const timeline = await acme.call('GET /repos/acme/shop/issues/3/timeline');
  expect(timeline.body).toMatchObject([
    {
      event: 'cross-referenced',
      actor: { login: 'mel' },
      source: { type: 'issue', issue: { number: 1 } },
    },
  ]);
});

it('tells what can be merged and not be rebased', async () => {
  acme = await startWithPull({ files: { 'README.md': '# Shop\nA\n' } });
  await acme.push('feature', { 'README.md': '# Shop\n' });
  await acme.push('feature', { 'b.txt': 'b' });
  await acme.push('main', { 'README.md': '# Shop\nB\n' });
  expect(await acme.pull()).toMatchObject({
    mergeable: true,
    rebaseable: false,
  });
  const answer = await merge({ merge_method: 'rebase' });
  expect(answer.status).toBe(405);
  expect(answer.body.message).toBe("This branch can't be rebased");
});
