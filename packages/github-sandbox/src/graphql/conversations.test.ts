import { startTestSandbox } from '../testing/startTestSandbox';
import { fillShop } from './__testUtils__/fillShop';
import { failOnErrors } from './__testUtils__/failOnErrors';
import { readShop } from './__testUtils__/readShop';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let filled: Awaited<ReturnType<typeof fillShop>>;
beforeAll(async () => {
  sandbox = await startTestSandbox({
    files: {
      'README.md': '# Shop\n',
      'src/index.ts': 'export {};\n',
      'src/pages/a.tsx': 'export const a = 1;\n',
      'logo.png': Buffer.from([0x89, 0, 1, 2]),
      LICENSE: 'MIT License\n\nPermission is hereby granted, free of charge',
      CODEOWNERS: '*.ts @acme/web @nobody\n',
      'run.sh': { content: '#!/bin/sh\n', executable: true },
    },
  });
  filled = await fillShop(sandbox);
});
afterEach(() => failOnErrors({ sandbox }));
afterAll(() => sandbox.stop());

const shop = (fields: string, as?: 'olivia' | 'mel' | 'oscar') =>
  readShop({ sandbox, fields, as });

it('tells all about a pull request', async () => {
  const { pullRequest } = await shop(`
    pullRequest(number: 2) {
      title state isDraft merged mergeable mergeStateStatus reviewDecision url
      baseRefName headRefName headRefOid isCrossRepository additions deletions changedFiles
      author { __typename login } authorAssociation
      files(first: 9) { nodes { path additions changeType } }
      commits(last: 1) { totalCount nodes { commit { oid statusCheckRollup { state } } } }
      reviews(first: 9) { nodes { state author { login } comments(first: 9) { nodes { path body line } } } }
      reviewThreads(first: 9) { nodes { path isResolved comments(first: 9) { totalCount } } }
      reviewRequests(first: 9) { nodes { requestedReviewer { __typename ... on Team { slug } } } }
      closingIssuesReferences(first: 9) { nodes { number } }
      statusCheckRollup { state contexts(first: 9) { totalCount checkRunCount statusContextCount nodes { __typename ... on CheckRun { name conclusion isRequired(pullRequestNumber: 2) } ... on StatusContext { context state } } } }
    }
  `);
  expect(pullRequest).toMatchObject({
    title: 'Mend it',
    state: 'OPEN',
    isDraft: false,
    merged: false,
    mergeable: 'MERGEABLE',
    mergeStateStatus: 'UNSTABLE',
    reviewDecision: 'APPROVED',
    url: `${sandbox.url}/acme/shop/pull/2`,
    baseRefName: 'main',
    headRefName: 'feature',
    headRefOid: filled.headSha,
    isCrossRepository: false,
    additions: 1,
    deletions: 0,
    changedFiles: 1,
    author: { __typename: 'User', login: 'mel' },
    authorAssociation: 'MEMBER',
    files: {
      nodes: [{ path: 'src/new.ts', additions: 1, changeType: 'ADDED' }],
    },
    commits: {
      totalCount: 1,
      nodes: [
        {
          commit: {
            oid: filled.headSha,
            statusCheckRollup: { state: 'FAILURE' },
          },
        },
      ],
    },
    reviews: {
      nodes: [
        {
          state: 'APPROVED',
          author: { login: 'olivia' },
          comments: {
            nodes: [{ path: 'src/new.ts', body: 'Nice', line: 1 }],
          },
        },
      ],
    },
    reviewThreads: {
      nodes: [
        { path: 'src/new.ts', isResolved: false, comments: { totalCount: 1 } },
      ],
    },
    reviewRequests: {
      nodes: [{ requestedReviewer: { __typename: 'Team', slug: 'web' } }],
    },
    closingIssuesReferences: { nodes: [{ number: 1 }] },
    statusCheckRollup: {
      state: 'FAILURE',
      contexts: {
        totalCount: 2,
        checkRunCount: 1,
        statusContextCount: 1,
        nodes: [
          {
            __typename: 'CheckRun',
            name: 'build',
            conclusion: 'SUCCESS',
            isRequired: false,
          },
          { __typename: 'StatusContext', context: 'lint', state: 'FAILURE' },
        ],
      },
    },
  });
});

it('lists issues and pull requests by state, label and order', async () => {
  expect(
    await shop(`
      open: issues(states: OPEN, labels: ["bug"], first: 9) { totalCount nodes { number titleHTML stateReason labels(first: 9) { nodes { name } } milestone { title } reactionGroups { content reactors(first: 1) { totalCount } } } }
      other: issues(labels: ["other"], first: 9) { totalCount }
      mine: issues(filterBy: {assignee: "mel", createdBy: "mel"}, first: 9) { totalCount }
      nobody: issues(filterBy: {assignee: null}, first: 9) { totalCount }
      merged: pullRequests(states: MERGED) { totalCount }
      pulls: pullRequests(states: [OPEN], headRefName: "feature", orderBy: {field: UPDATED_AT, direction: DESC}, first: 9) { nodes { number } }
      either: issueOrPullRequest(number: 2) { __typename }
    `),
  ).toMatchObject({
    open: {
      totalCount: 1,
      nodes: [
        {
          number: 1,
          titleHTML: 'Broken &lt;b&gt;',
          stateReason: null,
          labels: { nodes: [{ name: 'bug' }] },
          milestone: { title: 'First' },
          reactionGroups: expect.arrayContaining([
            { content: 'THUMBS_UP', reactors: { totalCount: 1 } },
          ]),
        },
      ],
    },
    other: { totalCount: 0 },
    mine: { totalCount: 1 },
    nobody: { totalCount: 0 },
    merged: { totalCount: 0 },
    pulls: { nodes: [{ number: 2 }] },
    either: { __typename: 'PullRequest' },
  });
});

it('tells in a timeline what happened', async () => {
  const { issue, pullRequest } = await shop(`
    issue(number: 1) { timelineItems(first: 20) { totalCount nodes { __typename ... on LabeledEvent { label { name } actor { login } } ... on AssignedEvent { assignee { ... on User { login } } } ... on IssueComment { body } ... on MilestonedEvent { milestoneTitle } } } }
    pullRequest(number: 2) { timelineItems(itemTypes: [PULL_REQUEST_COMMIT, PULL_REQUEST_REVIEW], first: 20) { filteredCount nodes { __typename ... on PullRequestReview { state } ... on PullRequestCommit { commit { messageHeadline } } } } }
  `);
  expect(issue.timelineItems.nodes).toEqual([
    {
      __typename: 'LabeledEvent',
      label: { name: 'bug' },
      actor: { login: 'mel' },
    },
    { __typename: 'AssignedEvent', assignee: { login: 'mel' } },
    { __typename: 'MilestonedEvent', milestoneTitle: 'First' },
    { __typename: 'IssueComment', body: 'Indeed' },
  ]);
  expect(pullRequest.timelineItems).toEqual({
    filteredCount: 2,
    nodes: [
      {
        __typename: 'PullRequestCommit',
        commit: { messageHeadline: 'Add a module' },
      },
      { __typename: 'PullRequestReview', state: 'APPROVED' },
    ],
  });
});
