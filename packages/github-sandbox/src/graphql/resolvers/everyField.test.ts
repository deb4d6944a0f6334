import { nodeId } from '../../core/nodeId';
import { startTestSandbox } from '../../testing/startTestSandbox';
import { fillShop } from '../__testUtils__/fillShop';
import { runQuery } from '../__testUtils__/runQuery';
import { selectAll } from '../__testUtils__/selectAll';
import { failOnErrors } from '../__testUtils__/failOnErrors';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
let filled: Awaited<ReturnType<typeof fillShop>>;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  filled = await fillShop(sandbox);
});
afterEach(() => failOnErrors({ sandbox }));
afterAll(() => sandbox.stop());

/** Ids of one object of each type. */
function ids(): Record<string, string> {
  const { shop, organisation, olivia, web, app } = sandbox;
  const { sandbox: running } = sandbox;
  const of = (type: string, id: number | string) => nodeId({ type, id });
  const git = (sha: string) => `${shop.id}:${sha}`;
  return {
    User: of('User', olivia.id),
    Bot: of('Bot', app.botId),
    Organization: of('Organization', organisation.id),
    Team: of('Team', web.id),
    Repository: of('Repository', shop.id),
    Issue: of('Issue', filled.issue.id),
    PullRequest: of('PullRequest', filled.pull.pull.id),
    Label: of('Label', filled.issue.labelIds[0]),
    Milestone: of('Milestone', filled.milestone.id),
    IssueComment: of('IssueComment', running.state.comments.all()[0].id),
    PullRequestReview: of(
      'PullRequestReview',
      running.state.reviews.all()[0].id,
    ),
    PullRequestReviewComment: of(
      'PullRequestReviewComment',
      running.state.reviewComments.all()[0].id,
    ),
    Commit: of('Commit', git(filled.headSha)),
    Ref: of('Ref', git('refs/heads/feature')),
    CheckRun: of('CheckRun', filled.checkRun.id),
    CheckSuite: of('CheckSuite', filled.suite.id),
    StatusContext: of('StatusContext', filled.status.id),
    StatusCheckRollup: of('StatusCheckRollup', git(filled.headSha)),
    WorkflowRun: of('WorkflowRun', filled.run.id),
    Workflow: of('Workflow', filled.run.workflowId),
    App: of('App', app.id),
    Release: of('Release', filled.release.id),
    RepositoryVulnerabilityAlert: of(
      'RepositoryVulnerabilityAlert',
      filled.alert.id,
    ),
    Deployment: of('Deployment', filled.deployment.id),
    Topic: of('Topic', 'web'),
    License: of('License', 'license:mit'),
    Language: of('Language', 'TypeScript'),
  };
}

it.each([
  'User',
  'Bot',
  'Organization',
  'Team',
  'Repository',
  'Issue',
  'PullRequest',
  'Label',
  'Milestone',
  'IssueComment',
  'PullRequestReview',
  'PullRequestReviewComment',
  'Commit',
  'Ref',
  'CheckRun',
  'CheckSuite',
  'StatusContext',
  'StatusCheckRollup',
  'WorkflowRun',
  'Workflow',
  'App',
  'Release',
  'RepositoryVulnerabilityAlert',
  'Deployment',
  'Topic',
  'License',
  'Language',
])('resolves every field of %s that it covers', async type => {
  const id = ids()[type];
  const { body } = await runQuery(sandbox, {
    query: `query ($id: ID!) { node(id: $id) { __typename id ... on ${type} { ${selectAll(
      type,
    )} } } }`,
    variables: { id },
  });
  expect(body.errors).toBeUndefined();
  expect(body.data.node).toMatchObject({ __typename: type, id });
});
