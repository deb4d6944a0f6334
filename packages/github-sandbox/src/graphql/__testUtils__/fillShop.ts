import { commitFiles } from '../../git';
import { addComment } from '../../issues/comments/addComment';
import { createIssue } from '../../issues/createIssue';
import { addReaction } from '../../issues/reactions/addReaction';
import { createPull } from '../../pulls/createPull';
import { submitReview } from '../../pulls/reviews/submitReview';
import type { startTestSandbox } from '../../testing/startTestSandbox';

type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;

/**
 * Gives `shop` a bit of everything: an issue (1) with label, milestone, comment and reaction, a pull request (2) with a review, checks
 * and a status, a release, an alert, an environment and a deployment.
 */
export async function fillShop(test: TestSandbox) {
  const { sandbox, shop, olivia, mel, app } = test;
  const { state } = sandbox;
  const at = '2026-02-01T10:00:00Z';
  const id = () => sandbox.nextId();
  const of = <Row extends object>(row: Row) => ({
    id: id(),
    repositoryId: shop.id,
    createdAt: at,
    updatedAt: at,
    ...row,
  });
  const git = await sandbox.git.open({ id: String(shop.id) });
  const main = (await git.readRef({ ref: 'refs/heads/main' }))!.sha;
  await git.createRef({ ref: 'refs/heads/feature', sha: main });
  const signature = {
    name: 'Mel',
    email: 'mel@acme.example',
    date: new Date('2026-02-02T10:00:00Z'),
  };
  await commitFiles({
    repository: git,
    branch: 'feature',
    changes: [{ path: 'src/new.ts', content: Buffer.from('export {};\n') }],
    message: 'Add a module\n\nWith a body.',
    author: signature,
    committer: signature,
  });
  await git.createRef({ ref: 'refs/tags/v1', sha: main });

  const milestone = state.milestones.insert(
    of({
      number: 1,
      title: 'First',
      description: null,
      state: 'open' as const,
      creatorId: olivia.id,
      dueOn: null,
      closedAt: null,
    }),
  );
  const made = createIssue({
    sandbox,
    repository: shop,
    actor: mel,
    title: 'Broken <b>',
    body: 'It is broken',
    labels: ['bug'],
    assignees: ['mel'],
    milestone: 1,
  });
  if (made.outcome !== 'created') throw new Error(made.outcome);
  const { issue } = made;
  addComment({
    sandbox,
    repository: shop,
    issue,
    actor: olivia,
    body: 'Indeed',
  });
  addReaction({
    sandbox,
    subject: { kind: 'issue', id: issue.id },
    user: olivia,
    content: '+1',
  });
  const opened = await createPull({
    sandbox,
    repository: shop,
    actor: mel,
    title: 'Mend it',
    body: 'Fixes #1',
    head: 'feature',
    base: 'main',
  });
  if (opened.outcome !== 'created') throw new Error(opened.outcome);
  const pull = opened.issue;
  await submitReview({
    sandbox,
    repository: shop,
    issue: pull,
    actor: olivia,
    verdict: 'APPROVE',
    body: 'Good',
    comments: [{ path: 'src/new.ts', line: 1, side: 'RIGHT', body: 'Nice' }],
  });
  pull.pull.requestedTeamIds = [test.web.id];
  const headSha = pull.pull.head.sha;
  const suite = state.checkSuites.insert(
    of({
      appId: app.id,
      headSha,
      headBranch: 'feature',
      before: null,
      status: 'completed' as const,
      conclusion: 'success' as const,
    }),
  );
  const checkRun = state.checkRuns.insert({
    id: id(),
    repositoryId: shop.id,
    suiteId: suite.id,
    appId: app.id,
    headSha,
    name: 'build',
    externalId: null,
    detailsUrl: null,
    status: 'completed',
    conclusion: 'success',
    startedAt: at,
    completedAt: at,
    output: {
      title: 'Built',
      summary: 'All well',
      text: null,
      annotations: [
        {
          path: 'src/new.ts',
          startLine: 1,
          endLine: 1,
          level: 'notice',
          message: 'Short',
          title: null,
        },
      ],
    },
  });
  const workflow = state.workflows.insert(
    of({
      path: '.github/workflows/ci.yml',
      name: 'CI',
      state: 'active' as const,
    }),
  );
  const run = state.workflowRuns.insert(
    of({
      workflowId: workflow.id,
      suiteId: suite.id,
      runNumber: 1,
      attempt: 1,
      name: 'CI',
      title: 'Mend it',
      event: 'push',
      payload: {},
      headBranch: 'feature',
      headSha,
      actorId: mel.id,
      triggeringActorId: mel.id,
      status: 'completed' as const,
      conclusion: 'success' as const,
      problem: null,
      startedAt: at,
    }),
  );
  const status = state.statuses.insert(
    of({
      sha: headSha,
      context: 'lint',
      state: 'failure' as const,
      description: 'Two problems',
      targetUrl: null,
      creatorId: mel.id,
    }),
  );
  const release = state.releases.insert({
    id: id(),
    repositoryId: shop.id,
    tagName: 'v1',
    target: 'main',
    name: 'One',
    body: 'The first',
    draft: false,
    prerelease: false,
    authorId: olivia.id,
    createdAt: at,
    publishedAt: at,
    assets: [
      {
        id: id(),
        name: 'shop.zip',
        label: null,
        contentType: 'application/zip',
        content: Buffer.from('zip').toString('base64'),
        uploaderId: olivia.id,
        createdAt: at,
      },
    ],
  });
  const alert = state.alerts.insert(
    of({
      number: 1,
      state: 'open' as const,
      packageName: 'lodash',
      ecosystem: 'npm',
      manifestPath: 'web/package-lock.json',
      scope: 'runtime' as const,
      severity: 'medium' as const,
      ghsaId: 'GHSA-aaaa-bbbb-cccc',
      cveId: 'CVE-2026-1',
      summary: 'Bad',
      description: 'Very bad',
      vulnerableRange: '< 5',
      firstPatchedVersion: '5.0.0',
      cvss: { score: 5.5, vector: null },
      dismissedAt: null,
      dismissedById: null,
      dismissedReason: null,
      dismissedComment: null,
      fixedAt: null,
    }),
  );
  const environment = {
    id: id(),
    name: 'production',
    createdAt: at,
    updatedAt: at,
    waitTimer: 5,
    preventSelfReview: false,
    reviewers: [{ type: 'User' as const, id: olivia.id }],
    deploymentBranchPolicy: null,
    branchPolicies: [],
    secrets: [],
    variables: [],
  };
  shop.environments = [environment];
  const deployment = state.deployments.insert(
    of({
      sha: main,
      ref: 'main',
      task: 'deploy',
      environment: 'production',
      description: null,
      payload: {},
      creatorId: mel.id,
      productionEnvironment: true,
      transientEnvironment: false,
      statuses: [
        {
          id: id(),
          state: 'success' as const,
          description: 'Done',
          environmentUrl: null,
          logUrl: null,
          creatorId: mel.id,
          createdAt: at,
        },
      ],
    }),
  );
  shop.branchProtection = {
    main: {
      required_pull_request_reviews: { required_approving_review_count: 1 },
    },
  };
  olivia.starred = [shop.id];
  await sandbox.settled();
  return {
    alert,
    checkRun,
    deployment,
    headSha,
    issue,
    main,
    milestone,
    pull,
    release,
    run,
    status,
    suite,
  };
}
