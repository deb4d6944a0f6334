import type { Table } from '../Table';
import type { Organisation, Team, User } from './accounts';
import type { Artifact, Workflow, WorkflowJob, WorkflowRun } from './actions';
import type {
  Comment,
  Issue,
  IssueEvent,
  Label,
  Milestone,
  Reaction,
  Review,
  ReviewComment,
} from './conversations';
import type {
  App,
  Grant,
  Installation,
  OAuthApp,
  SealingKey,
  SigningKey,
  TemporaryCode,
  Token,
} from './credentials';
import type { Delivery, Hook } from './hooks';
import type { DependabotAlert, Release, Repository } from './repositories';
import type { CodeAlert, SecretAlert } from './scanning';
import type {
  CheckRun,
  CheckSuite,
  CommitStatus,
  Deployment,
} from './verdicts';

/** Everything that the sandbox knows beside the content of git repositories. */
export interface State {
  users: Table<User, 'login'>;
  organisations: Table<Organisation, 'login'>;
  teams: Table<Team, 'organisation'>;
  /** Index `name`: `ownerId/name` in lower case. */
  repositories: Table<Repository, 'owner' | 'name'>;
  releases: Table<Release, 'repository'>;
  /** Dependabot's. */
  alerts: Table<DependabotAlert, 'repository'>;
  codeAlerts: Table<CodeAlert, 'repository'>;
  secretAlerts: Table<SecretAlert, 'repository'>;
  labels: Table<Label, 'repository'>;
  milestones: Table<Milestone, 'repository'>;
  /** Index `number`: `repositoryId#number`. */
  issues: Table<Issue, 'repository' | 'number'>;
  comments: Table<Comment, 'issue'>;
  reviews: Table<Review, 'issue'>;
  reviewComments: Table<ReviewComment, 'issue'>;
  /** Index `subject`: `kind:id`. */
  reactions: Table<Reaction, 'subject'>;
  issueEvents: Table<IssueEvent, 'issue'>;
  /** Index `commit`: `repositoryId:sha`, here and below. */
  checkSuites: Table<CheckSuite, 'commit'>;
  checkRuns: Table<CheckRun, 'commit' | 'suite'>;
  statuses: Table<CommitStatus, 'commit'>;
  deployments: Table<Deployment, 'repository'>;
  workflows: Table<Workflow, 'repository'>;
  workflowRuns: Table<WorkflowRun, 'repository' | 'workflow'>;
  workflowJobs: Table<WorkflowJob, 'run'>;
  artifacts: Table<Artifact, 'run'>;
  apps: Table<App, 'slug' | 'client'>;
  installations: Table<Installation, 'app' | 'account'>;
  oauthApps: Table<OAuthApp, 'client'>;
  tokens: Table<Token, 'hash' | 'refresh'>;
  codes: Table<TemporaryCode, 'hash'>;
  grants: Table<Grant, 'user'>;
  sealingKeys: Table<SealingKey>;
  signingKeys: Table<SigningKey>;
  /** Index `target`: `kind:id`. */
  hooks: Table<Hook, 'target'>;
  /** Index `hook`: `kind:id`. */
  deliveries: Table<Delivery, 'hook'>;
}
