import type {
  Account,
  App,
  CheckRun,
  CheckSuite,
  Comment,
  CommitStatus,
  DependabotAlert,
  Deployment,
  Environment,
  Issue,
  Label,
  Milestone,
  Organisation,
  Reaction,
  Release,
  Repository,
  Review,
  ReviewComment,
  Team,
  Workflow,
  WorkflowRun,
} from '../../core/state';

/** What resolvers get as their parent: the record, with the name of its type in the schema. */
export const source = {
  account: (account: Account) => ({ __typename: account.type, account }),
  /** A person where the schema has no bots: an App's bot passes for one, as on GitHub. */
  user: (account: Account) => ({ __typename: 'User' as const, account }),
  team: (team: Team) => ({ __typename: 'Team' as const, team }),
  repository: (repository: Repository) => ({
    __typename: 'Repository' as const,
    repository,
  }),
  ref: (repository: Repository, ref: string, sha: string) => ({
    __typename: 'Ref' as const,
    repository,
    /** `refs/heads/main` */
    ref,
    sha,
  }),
  commit: (repository: Repository, sha: string) => ({
    __typename: 'Commit' as const,
    repository,
    sha,
  }),
  /** `path` is that of the tree, where it is known: its entries are below. */
  tree: (repository: Repository, sha: string, path = '') => ({
    __typename: 'Tree' as const,
    repository,
    sha,
    path,
  }),
  blob: (repository: Repository, sha: string) => ({
    __typename: 'Blob' as const,
    repository,
    sha,
  }),
  tag: (repository: Repository, sha: string) => ({
    __typename: 'Tag' as const,
    repository,
    sha,
  }),
  topic: (name: string) => ({ __typename: 'Topic' as const, name }),
  language: (name: string) => ({ __typename: 'Language' as const, name }),
  license: (key: string) => ({ __typename: 'License' as const, key }),
  issue: (issue: Issue) => ({
    __typename: issue.pull ? ('PullRequest' as const) : ('Issue' as const),
    issue,
  }),
  label: (label: Label) => ({ __typename: 'Label' as const, label }),
  milestone: (milestone: Milestone) => ({
    __typename: 'Milestone' as const,
    milestone,
  }),
  comment: (comment: Comment) => ({
    __typename: 'IssueComment' as const,
    comment,
  }),
  review: (review: Review) => ({
    __typename: 'PullRequestReview' as const,
    review,
  }),
  reviewComment: (reviewComment: ReviewComment) => ({
    __typename: 'PullRequestReviewComment' as const,
    reviewComment,
  }),
  reaction: (reaction: Reaction) => ({
    __typename: 'Reaction' as const,
    reaction,
  }),
  rollup: (repository: Repository, sha: string) => ({
    __typename: 'StatusCheckRollup' as const,
    repository,
    sha,
  }),
  status: (repository: Repository, sha: string) => ({
    __typename: 'Status' as const,
    repository,
    sha,
  }),
  statusContext: (status: CommitStatus) => ({
    __typename: 'StatusContext' as const,
    status,
  }),
  checkRun: (checkRun: CheckRun) => ({
    __typename: 'CheckRun' as const,
    checkRun,
  }),
  checkSuite: (checkSuite: CheckSuite) => ({
    __typename: 'CheckSuite' as const,
    checkSuite,
  }),
  workflowRun: (run: WorkflowRun) => ({
    __typename: 'WorkflowRun' as const,
    run,
  }),
  workflow: (workflow: Workflow) => ({
    __typename: 'Workflow' as const,
    workflow,
  }),
  app: (app: App) => ({ __typename: 'App' as const, app }),
  release: (release: Release) => ({
    __typename: 'Release' as const,
    release,
  }),
  asset: (release: Release, asset: Release['assets'][number]) => ({
    __typename: 'ReleaseAsset' as const,
    release,
    asset,
  }),
  alert: (alert: DependabotAlert) => ({
    __typename: 'RepositoryVulnerabilityAlert' as const,
    alert,
  }),
  environment: (repository: Repository, environment: Environment) => ({
    __typename: 'Environment' as const,
    repository,
    environment,
  }),
  deployment: (deployment: Deployment) => ({
    __typename: 'Deployment' as const,
    deployment,
  }),
  deploymentStatus: (
    deployment: Deployment,
    status: Deployment['statuses'][number],
  ) => ({ __typename: 'DeploymentStatus' as const, deployment, status }),
  identityProvider: (organisation: Organisation) => ({
    __typename: 'OrganizationIdentityProvider' as const,
    organisation,
  }),
};

/** The parent of a kind: `Source<'repository'>`. */
export type Source<Kind extends keyof typeof source> = ReturnType<
  (typeof source)[Kind]
>;
