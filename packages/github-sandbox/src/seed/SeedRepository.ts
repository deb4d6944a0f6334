import type { SeedPermission, SeedRunner } from './Seed';
import type {
  SeedIssue,
  SeedMergedPullRequest,
  SeedPullRequest,
} from './SeedConversation';
import type { SeedFiles } from './SeedFiles';
import type { SeedCodeAlert, SeedSecretAlert } from './SeedScanning';

/** A repository with everything that hangs on it. Only `name` is needed. */
export interface SeedRepository extends SeedRepositorySettings {
  name: string;
  /** What its default branch holds in the end, exactly. */
  files?: SeedFiles;
  /** Its wiki: `Home.md` and others. */
  wiki?: SeedFiles;
}

/** What a settings file `sandbox/<repository>.yaml` says. */
export interface SeedRepositorySettings {
  /** Login of the account; default: the organisation. */
  owner?: string;
  description?: string;
  homepage?: string;
  topics?: string[];
  visibility?: 'public' | 'private' | 'internal';
  archived?: boolean;
  template?: boolean;
  /** A licence key of GitHub: `apache-2.0`. */
  license?: string;
  defaultBranch?: string;
  /** Default: the age of the first commit. */
  createdDaysAgo?: number;
  features?: Partial<
    Record<'issues' | 'projects' | 'wiki' | 'discussions', boolean>
  >;
  /** By team slug. */
  teams?: Record<string, SeedPermission>;
  /** By login. */
  collaborators?: Record<string, SeedPermission>;
  /** Logins of people who gave it a star. */
  stars?: string[];
  /** Beside GitHub's nine default labels. */
  labels?: SeedLabel[];
  milestones?: SeedMilestone[];
  /** The default branch, oldest commit first. Without it, one commit brings everything. */
  history?: SeedHistoryEntry[];
  branches?: SeedBranch[];
  releases?: SeedRelease[];
  /** Open and closed ones. Merged ones stand in the history, at the commit that they became. */
  pullRequests?: SeedPullRequest[];
  issues?: SeedIssue[];
  /** The number that the oldest issue or pull request without one gets; default 1. */
  firstNumber?: number;
  alerts?: SeedAlert[];
  codeAlerts?: SeedCodeAlert[];
  secretAlerts?: SeedSecretAlert[];
  environments?: SeedEnvironment[];
  deployments?: SeedDeployment[];
  variables?: Record<string, string>;
  /** By branch. */
  protection?: Record<string, SeedProtection>;
  runner?: SeedRunner;
  /** How many of the newest commits on the default branch have workflow runs. Default 2 where a folder has workflows, else 0. */
  runs?: number;
}

export interface SeedLabel {
  name: string;
  /** Six hexadecimal digits. */
  color?: string;
  description?: string;
}

export interface SeedMilestone {
  title: string;
  description?: string;
  state?: 'open' | 'closed';
  dueInDays?: number;
}

/** One exact text that stands in a file once or more, and what is there instead. */
export interface SeedReplacement {
  replace: string;
  with: string;
}

/** A commit of the default branch. */
export interface SeedHistoryEntry {
  message: string;
  /** Login. */
  author: string;
  daysAgo: number;
  /**
   * Globs. The files that this commit brings to their final content; when several entries name a file, the last one does. Files that no
   * entry names come with the first.
   */
  paths?: string[];
  /** Files as they were at this commit, made from the final ones. A later entry has to name them in `paths`. */
  earlier?: Record<string, SeedReplacement[]>;
  /** Files that are no longer there at the end; null deletes. */
  files?: Record<string, string | null>;
  tag?: string;
  /** The pull request that became this commit. */
  pullRequest?: SeedMergedPullRequest;
}

export interface SeedBranch {
  name: string;
  /** The branch that it left; default: the default branch. */
  from?: string;
  /** How many commits before the newest one of `from`. */
  behind?: number;
  commits?: SeedBranchCommit[];
}

export interface SeedBranchCommit {
  message: string;
  author: string;
  daysAgo: number;
  /** Whole files; null deletes. */
  files?: Record<string, string | null>;
  /** Changes of files as they are on the branch. */
  edits?: Record<string, SeedReplacement[]>;
  tag?: string;
}

export interface SeedRelease {
  tag: string;
  name?: string;
  body?: string;
  author: string;
  daysAgo: number;
  draft?: boolean;
  prerelease?: boolean;
  /** Texts, by file name. */
  assets?: Record<string, string>;
}

export interface SeedAlert {
  /** GHSA identifier of an advisory of the seed. */
  advisory: string;
  package: string;
  /** Path of the file that names the package. */
  manifest: string;
  scope?: 'runtime' | 'development';
  state?: 'open' | 'dismissed' | 'fixed' | 'auto_dismissed';
  daysAgo: number;
  dismissed?: {
    by: string;
    daysAgo: number;
    reason:
      | 'fix_started'
      | 'inaccurate'
      | 'no_bandwidth'
      | 'not_used'
      | 'tolerable_risk';
    comment?: string;
  };
  fixedDaysAgo?: number;
}

export interface SeedEnvironment {
  name: string;
  /** Logins or `team:slug`. */
  reviewers?: string[];
  waitMinutes?: number;
  protectedBranchesOnly?: boolean;
  variables?: Record<string, string>;
}

export interface SeedDeployment {
  environment: string;
  by: string;
  daysAgo: number;
  /** Branch or tag; default: the default branch. */
  ref?: string;
  state?:
    | 'error'
    | 'failure'
    | 'inactive'
    | 'in_progress'
    | 'queued'
    | 'pending'
    | 'success';
  description?: string;
  url?: string;
}

export interface SeedProtection {
  approvals?: number;
  codeOwners?: boolean;
  /** Names of checks that have to pass. */
  checks?: string[];
  enforceAdmins?: boolean;
}
