import { failOnErrors } from '../__testUtils__/failOnErrors';
import { startFilledSandbox } from '../__testUtils__/startFilledSandbox';

let started: Awaited<ReturnType<typeof startFilledSandbox>>;
beforeEach(async () => {
  started = await startFilledSandbox();
});
afterEach(async () => {
  failOnErrors(started);
  await started.sandbox.stop();
});

it('makes, moves and deletes refs, and tells of it', async () => {
  const events: string[] = [];
  started.sandbox.sandbox.events.on(({ name }) => {
    if (['create', 'push', 'delete'].includes(name)) events.push(name);
  });
  const made = await started.mutate(
    'createRef',
    {
      repositoryId: started.ids.repository,
      name: 'refs/heads/new',
      oid: started.filled.main,
    },
    'ref { id name target { oid } }',
  );
  expect(made.data.createRef).toMatchObject({
    clientMutationId: 'mine',
    ref: { name: 'new', target: { oid: started.filled.main } },
  });
  const refId = made.data.createRef.ref.id;
  const moved = await started.mutate(
    'updateRef',
    { refId, oid: started.filled.headSha },
    'ref { target { oid } }',
  );
  expect(moved.data.updateRef.ref.target.oid).toBe(started.filled.headSha);
  const back = await started.mutate(
    'updateRef',
    { refId, oid: started.filled.main },
    '',
  );
  expect(back.errors[0]).toMatchObject({
    type: 'UNPROCESSABLE',
    message: 'Update is not a fast forward',
  });
  const gone = await started.mutate('deleteRef', { refId }, '');
  expect(gone).toEqual({ data: { deleteRef: { clientMutationId: 'mine' } } });
  expect(events).toEqual(['create', 'push', 'push', 'delete', 'push']);
});

it('opens, closes and opens a pull request again', async () => {
  const twice = await started.mutate(
    'createPullRequest',
    {
      repositoryId: started.ids.repository,
      baseRefName: 'main',
      headRefName: 'feature',
      title: 'Again',
    },
    'pullRequest { number }',
  );
  expect(twice.errors[0]).toMatchObject({
    type: 'UNPROCESSABLE',
    path: ['createPullRequest'],
    message: 'A pull request already exists for acme:feature.',
  });
  const closed = await started.mutate(
    'closePullRequest',
    { pullRequestId: started.ids.pull },
    'pullRequest { state }',
  );
  expect(closed.data.closePullRequest.pullRequest.state).toBe('CLOSED');
  const made = await started.mutate(
    'createPullRequest',
    {
      repositoryId: started.ids.repository,
      baseRefName: 'main',
      headRefName: 'refs/heads/feature',
      title: 'Again',
      draft: true,
    },
    'pullRequest { number isDraft }',
    'mel',
  );
  expect(made.data.createPullRequest.pullRequest).toEqual({
    number: 3,
    isDraft: true,
  });
});

it('merges a pull request', async () => {
  const stale = await started.mutate(
    'mergePullRequest',
    { pullRequestId: started.ids.pull, expectedHeadOid: started.filled.main },
    '',
  );
  expect(stale.errors[0].message).toBe(
    'Head branch was modified. Review and try the merge again.',
  );
  const merged = await started.mutate(
    'mergePullRequest',
    {
      pullRequestId: started.ids.pull,
      mergeMethod: 'SQUASH',
      commitHeadline: 'Mended',
    },
    'actor { login } pullRequest { state merged mergedBy { login } mergeCommit { messageHeadline parents { totalCount } } }',
  );
  expect(merged.errors).toBeUndefined();
  expect(merged.data.mergePullRequest).toMatchObject({
    actor: { login: 'olivia' },
    pullRequest: {
      state: 'MERGED',
      merged: true,
      mergedBy: { login: 'olivia' },
      mergeCommit: { messageHeadline: 'Mended', parents: { totalCount: 1 } },
    },
  });
  const again = await started.mutate(
    'mergePullRequest',
    { pullRequestId: started.ids.pull },
    '',
  );
  expect(again.errors[0].message).toBe('Pull Request is not mergeable');
});

it('has a pull request merged when its checks are good', async () => {
  const off = await started.mutate(
    'enablePullRequestAutoMerge',
    { pullRequestId: started.ids.pull },
    '',
  );
  expect(off.errors[0].message).toBe(
    'Auto merge is not allowed for this repository',
  );
  started.sandbox.shop.merging.allowAutoMerge = true;
  started.sandbox.shop.branchProtection = {
    main: { required_status_checks: { contexts: ['lint'] } },
  };
  const on = await started.mutate(
    'enablePullRequestAutoMerge',
    { pullRequestId: started.ids.pull, mergeMethod: 'REBASE' },
    'pullRequest { autoMergeRequest { mergeMethod enabledBy { login } } }',
  );
  expect(on.data.enablePullRequestAutoMerge.pullRequest).toEqual({
    autoMergeRequest: { mergeMethod: 'REBASE', enabledBy: { login: 'olivia' } },
  });
});

it('opens, labels, comments, closes issues', async () => {
  const made = await started.mutate(
    'createIssue',
    {
      repositoryId: started.ids.repository,
      title: 'New',
      labelIds: [started.ids.label],
      assigneeIds: [started.ids.mel],
    },
    'issue { id number labels(first: 9) { nodes { name } } assignees(first: 9) { nodes { login } } }',
  );
  expect(made.data.createIssue.issue).toMatchObject({
    number: 3,
    labels: { nodes: [{ name: 'bug' }] },
    assignees: { nodes: [{ login: 'mel' }] },
  });
  const { id } = made.data.createIssue.issue;
  const bare = await started.mutate(
    'removeLabelsFromLabelable',
    { labelableId: id, labelIds: [started.ids.label] },
    'labelable { labels { totalCount } }',
  );
  expect(bare.data.removeLabelsFromLabelable.labelable.labels.totalCount).toBe(
    0,
  );
  const labelled = await started.mutate(
    'addLabelsToLabelable',
    { labelableId: id, labelIds: [started.ids.label] },
    'labelable { labels(first: 9) { nodes { name } } }',
  );
  expect(labelled.data.addLabelsToLabelable.labelable.labels.nodes).toEqual([
    { name: 'bug' },
  ]);
  const commented = await started.mutate(
    'addComment',
    { subjectId: id, body: 'Hello' },
    'commentEdge { node { body author { login } issue { number } } }',
    'oscar',
  );
  expect(commented.data.addComment.commentEdge.node).toEqual({
    body: 'Hello',
    author: { login: 'oscar' },
    issue: { number: 3 },
  });
  const closed = await started.mutate(
    'closeIssue',
    { issueId: id, stateReason: 'NOT_PLANNED' },
    'issue { state stateReason }',
  );
  expect(closed.data.closeIssue.issue).toEqual({
    state: 'CLOSED',
    stateReason: 'NOT_PLANNED',
  });
});

it('reacts, and takes stars', async () => {
  const reacted = await started.mutate(
    'addReaction',
    { subjectId: started.ids.pull, content: 'ROCKET' },
    'reaction { content user { login } } subject { reactions { totalCount } }',
    'oscar',
  );
  expect(reacted.data.addReaction).toMatchObject({
    reaction: { content: 'ROCKET', user: { login: 'oscar' } },
    subject: { reactions: { totalCount: 1 } },
  });
  const starred = await started.mutate(
    'addStar',
    { starrableId: started.ids.repository },
    'starrable { stargazerCount viewerHasStarred }',
    'oscar',
  );
  expect(starred.data.addStar.starrable).toEqual({
    stargazerCount: 2,
    viewerHasStarred: true,
  });
});

it('reviews, and asks for reviews', async () => {
  const reviewed = await started.mutate(
    'addPullRequestReview',
    {
      pullRequestId: started.ids.pull,
      event: 'REQUEST_CHANGES',
      body: 'No',
      threads: [{ path: 'src/new.ts', line: 1, body: 'Here' }],
    },
    'pullRequestReview { state body comments(first: 9) { nodes { path line body } } }',
  );
  expect(reviewed.data.addPullRequestReview.pullRequestReview).toEqual({
    state: 'CHANGES_REQUESTED',
    body: 'No',
    comments: { nodes: [{ path: 'src/new.ts', line: 1, body: 'Here' }] },
  });
  const own = await started.mutate(
    'addPullRequestReview',
    { pullRequestId: started.ids.pull, event: 'APPROVE' },
    '',
    'mel',
  );
  expect(own.errors[0].message).toBe('Can not approve your own pull request');
  const asked = await started.mutate(
    'requestReviews',
    { pullRequestId: started.ids.pull, userIds: [started.ids.mel] },
    '',
  );
  expect(asked.errors[0].message).toBe(
    'Review cannot be requested from pull request author.',
  );
});
