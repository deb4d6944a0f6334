import { mutations } from '../mutations';
import { Bot } from './accounts/Bot';
import { Organization } from './accounts/Organization';
import { OrganizationIdentityProvider } from './accounts/OrganizationIdentityProvider';
import { Team } from './accounts/Team';
import { User } from './accounts/User';
import { App } from './checks/App';
import { CheckRun } from './checks/CheckRun';
import { CheckSuite } from './checks/CheckSuite';
import { Status } from './checks/Status';
import { StatusCheckRollup } from './checks/StatusCheckRollup';
import { StatusContext } from './checks/StatusContext';
import { Workflow } from './checks/Workflow';
import { WorkflowRun } from './checks/WorkflowRun';
import { AutoMergeRequest } from './conversations/AutoMergeRequest';
import { Issue } from './conversations/Issue';
import { IssueComment } from './conversations/IssueComment';
import { Label } from './conversations/Label';
import { Milestone } from './conversations/Milestone';
import { PullRequest } from './conversations/PullRequest';
import { PullRequestReview } from './conversations/PullRequestReview';
import { PullRequestReviewComment } from './conversations/PullRequestReviewComment';
import { PullRequestReviewThread } from './conversations/PullRequestReviewThread';
import { Reaction } from './conversations/Reaction';
import { ReactionGroup } from './conversations/ReactionGroup';
import { Deployment } from './deployments/Deployment';
import { DeploymentStatus } from './deployments/DeploymentStatus';
import { Environment } from './deployments/Environment';
import { Blob } from './git/Blob';
import { Commit } from './git/Commit';
import { Comparison } from './git/Comparison';
import { Ref } from './git/Ref';
import { Tag } from './git/Tag';
import { Tree } from './git/Tree';
import { Query } from './Query';
import { Release } from './releases/Release';
import { ReleaseAsset } from './releases/ReleaseAsset';
import { Language } from './repositories/Language';
import { License } from './repositories/License';
import { Repository } from './repositories/Repository';
import { Topic } from './repositories/Topic';
import type { Resolvers } from './Resolvers';
import { RepositoryVulnerabilityAlert } from './security/RepositoryVulnerabilityAlert';

/** The resolvers of all types that the sandbox covers, by the name of the type in GitHub's schema. */
export const resolvers: Record<string, Resolvers<any>> = {
  App,
  AutoMergeRequest,
  Blob,
  Bot,
  CheckRun,
  CheckSuite,
  Commit,
  Comparison,
  Deployment,
  DeploymentStatus,
  Environment,
  Issue,
  IssueComment,
  Label,
  Language,
  License,
  Milestone,
  Mutation: mutations,
  Organization,
  OrganizationIdentityProvider,
  PullRequest,
  PullRequestReview,
  PullRequestReviewComment,
  PullRequestReviewThread,
  Query,
  Reaction,
  ReactionGroup,
  Ref,
  Release,
  ReleaseAsset,
  Repository,
  RepositoryVulnerabilityAlert,
  Status,
  StatusCheckRollup,
  StatusContext,
  Tag,
  Team,
  Topic,
  Tree,
  User,
  Workflow,
  WorkflowRun,
};
