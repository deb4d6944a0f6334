import { openGit } from '../../repositories/openGit';
import { moveRef } from '../../repositories/refs/moveRef';
import { collectEvents } from '../__testUtils__/collectEvents';
import { startWithPull } from '../__testUtils__/startWithPull';
import { stopCleanly } from '../../testing/stopCleanly';

let acme: Awaited<ReturnType<typeof startWithPull>>;
beforeEach(async () => {
  acme = await startWithPull({ files: { 'list.txt': 'one\ntwo\nthree\n' } });
});
afterEach(() => stopCleanly(acme));

const move = (
  branch: string,
  change: Parameters<typeof moveRef>[0]['change'],
) =>
  moveRef({
    sandbox: acme.sandbox,
    repository: acme.shop,
    ref: `refs/heads/${branch}`,
    change,
    sender: acme.mel,
  });
const shaOf = async (branch: string) => {
  const git = await openGit({ sandbox: acme.sandbox, repository: acme.shop });
  return (await git.readRef({ ref: `refs/heads/${branch}` }))!.sha;
};
const eventsOf = async () => {
  const { body } = await acme.call('GET /repos/acme/shop/issues/1/events');
  return body.map(({ event }: { event: string }) => event);
};

it('brings pushes in at once', async () => {
  const { events } = collectEvents(acme.sandbox);
  const after = await acme.push('feature', { 'b.txt': 'b' });
  expect(await acme.pull()).toMatchObject({
    head: { sha: after },
    commits: 2,
    changed_files: 2,
  });
  const git = await openGit({ sandbox: acme.sandbox, repository: acme.shop });
  expect((await git.readRef({ ref: 'refs/pull/1/head' }))?.sha).toBe(after);
  const [event] = events.filter(({ name }) => name === 'pull_request');
  expect(event).toMatchObject({
    action: 'synchronize',
    extra: { before: acme.head, after },
  });
});

it('notes a force push', async () => {
  const main = await shaOf('main');
  await acme.push('other', { 'c.txt': 'c' });
  await move('feature', {
    kind: 'update',
    sha: await shaOf('other'),
    force: true,
  });
  const files = await acme.call('GET /repos/acme/shop/pulls/1/files');
  expect(files.body).toMatchObject([{ filename: 'c.txt', status: 'added' }]);
  expect(await eventsOf()).toEqual(['head_ref_force_pushed']);
  expect((await acme.pull()).base.sha).toBe(main);
});

it('closes a pull request whose branch is deleted, and opens it again with the branch', async () => {
  await move('feature', { kind: 'delete' });
  expect(await acme.pull()).toMatchObject({ state: 'closed', merged: false });
  expect(await eventsOf()).toEqual(['closed', 'head_ref_deleted']);
  const reopen = () =>
    acme.call('PATCH /repos/acme/shop/pulls/1', {
      as: 'mel',
      body: { state: 'open' },
    });
  const refused = await reopen();
  expect(refused.status).toBe(422);
  expect(refused.body.errors[0].message).toBe(
    'state cannot be changed. The feature branch has been deleted.',
  );
  await move('feature', { kind: 'create', sha: acme.head });
  expect((await reopen()).body).toMatchObject({
    state: 'open',
    mergeable_state: 'clean',
  });
});

it('is merged when its commits come into the base branch by a push', async () => {
  await move('main', { kind: 'update', sha: acme.head });
  expect(await acme.pull()).toMatchObject({
    state: 'closed',
    merged: true,
    merged_by: { login: 'mel' },
    merge_commit_sha: acme.head,
    commits: 1,
  });
});

it('aims pull requests at the base of the one that brought their branch in', async () => {
  await acme.push('feature', { 'b.txt': 'b' });
  await move('top', { kind: 'create', sha: await shaOf('feature') });
  await acme.push('top', { 'top.txt': 't' });
  const opened = await acme.call('POST /repos/acme/shop/pulls', {
    as: 'mel',
    body: { title: 'Top', head: 'top', base: 'feature' },
  });
  expect(opened.body).toMatchObject({ commits: 1, base: { ref: 'feature' } });
  acme.shop.merging.deleteBranchOnMerge = true;
  await acme.call('PUT /repos/acme/shop/pulls/1/merge', {
    as: 'mel',
    body: {},
  });
  expect(await acme.pull(opened.body.number)).toMatchObject({
    state: 'open',
    base: { ref: 'main' },
    commits: 1,
  });
});

it('closes issues that commits on the default branch name', async () => {
  await acme.call('POST /repos/acme/shop/issues', {
    as: 'mel',
    body: { title: 'A bug' },
  });
  const git = await openGit({ sandbox: acme.sandbox, repository: acme.shop });
  const parent = await git.readCommit({ sha: await shaOf('main') });
  const sha = await git.writeCommit({
    tree: parent!.tree,
    parents: [parent!.sha],
    author: parent!.author,
    committer: parent!.author,
    message: 'Mend it\n\nCloses #2\n',
  });
  await move('main', { kind: 'update', sha });
  await acme.sandbox.settled();
  const issue = await acme.call('GET /repos/acme/shop/issues/2');
  expect(issue.body.state).toBe('closed');
  const events = await acme.call('GET /repos/acme/shop/issues/2/events');
  expect(events.body).toMatchObject([{ event: 'closed', commit_id: sha }]);
});

it('moves review comments with their lines, until the line changes', async () => {
  const add = await acme.call('POST /repos/acme/shop/pulls/1/comments', {
    as: 'olivia',
    body: {
      path: 'list.txt',
      line: 2,
      commit_id: acme.head,
      body: 'Why two?',
    },
  });
  expect(add.body).toMatchObject({
    line: 2,
    position: 2,
    diff_hunk: '@@ -0,0 +1,3 @@\n+one\n+two',
  });
  const comment = async () => {
    await acme.pull();
    const url = `GET /repos/acme/shop/pulls/comments/${add.body.id}`;
    return (await acme.call(url)).body;
  };
  const moved = await acme.push('feature', {
    'list.txt': 'zero\none\ntwo\nthree\n',
  });
  expect(await comment()).toMatchObject({
    line: 3,
    position: 3,
    original_line: 2,
    commit_id: moved,
    original_commit_id: acme.head,
  });
  await acme.push('feature', { 'list.txt': 'zero\none\n2\nthree\n' });
  expect(await comment()).toMatchObject({ line: null, position: null });
});
