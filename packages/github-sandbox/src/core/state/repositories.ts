import type {
  RepositoryPermission,
  StoredSecret,
  StoredVariable,
} from './accounts';
import type { RunnerDeclarations } from './actions';
import type { Row } from '../Table';

export interface Repository extends Row {
  ownerId: number;
  name: string;
  description: string | null;
  homepage: string | null;
  visibility: 'public' | 'private' | 'internal';
  defaultBranch: string;
  archived: boolean;
  isTemplate: boolean;
  topics: string[];
  /** The repository that this one was forked from. */
  parentId: number | null;
  /** The repository that this one was generated from. */
  templateId: number | null;
  licenseKey: string | null;
  createdAt: string;
  updatedAt: string;
  pushedAt: string | null;
  /** Older `owner/name`, in lower case: requests for them are redirected. */
  previousNames: string[];
  collaborators: Array<{ userId: number; permission: RepositoryPermission }>;
  features: {
    issues: boolean;
    projects: boolean;
    wiki: boolean;
    discussions: boolean;
  };
  merging: {
    allowMergeCommit: boolean;
    allowSquashMerge: boolean;
    allowRebaseMerge: boolean;
    allowAutoMerge: boolean;
    deleteBranchOnMerge: boolean;
    allowUpdateBranch: boolean;
    squashMergeCommitTitle: 'PR_TITLE' | 'COMMIT_OR_PR_TITLE';
    squashMergeCommitMessage: 'PR_BODY' | 'COMMIT_MESSAGES' | 'BLANK';
    mergeCommitTitle: 'PR_TITLE' | 'MERGE_MESSAGE';
    mergeCommitMessage: 'PR_BODY' | 'PR_TITLE' | 'BLANK';
    webCommitSignoffRequired: boolean;
  };
  /** Whether Dependabot alerts are on. */
  vulnerabilityAlerts: boolean;
  /** Whether Dependabot opens pull requests for alerts; left out: no. */
  automatedSecurityFixes?: boolean;
  /** Whether something analyses the code; left out: nothing ever did. */
  codeScanning?: boolean;
  /** Whether GitHub looks for secrets; left out: no. */
  secretScanning?: boolean;
  /** The last number that an issue or pull request took. */
  lastIssueNumber: number;
  secrets: StoredSecret[];
  dependabotSecrets: StoredSecret[];
  variables: StoredVariable[];
  environments: Environment[];
  deployKeys: Array<{
    id: number;
    title: string;
    key: string;
    readOnly: boolean;
    createdAt: string;
    addedBy?: string;
  }>;
  autolinks: Array<{
    id: number;
    keyPrefix: string;
    urlTemplate: string;
    isAlphanumeric: boolean;
  }>;
  pages: {
    buildType: 'legacy' | 'workflow';
    source: { branch: string; path: string };
    cname?: string | null;
    httpsEnforced?: boolean;
  } | null;
  /** GitHub's own JSON of each protected branch's settings, by branch. */
  branchProtection: Record<string, unknown>;
  rulesets: Array<{ id: number } & Record<string, unknown>>;
  customProperties: Record<string, string | string[] | null>;
  actions: {
    enabled: boolean;
    defaultWorkflowPermissions: 'read' | 'write';
    accessLevel: 'none' | 'user' | 'organization';
    oidcSubject?: { useDefault: boolean; includeClaimKeys?: string[] };
    allowedActions?: 'all' | 'local_only' | 'selected';
    /** In GitHub's own JSON. */
    selectedActions?: Record<string, unknown>;
    canApprovePullRequestReviews?: boolean;
    /** Days that artifacts and logs are kept. */
    retentionDays?: number;
    /** What its runner has beside what the organisation's has. */
    runner?: RunnerDeclarations;
    /** Runs that are still to be made for the past of a seeded repository: of so many commits of the default branch, up to this time. */
    replay?: { commits: number; until: string };
  };
  subscriptions: Array<{
    userId: number;
    subscribed: boolean;
    ignored: boolean;
    createdAt: string;
  }>;
}

export interface Environment {
  id: number;
  name: string;
  createdAt: string;
  updatedAt: string;
  waitTimer: number;
  preventSelfReview: boolean;
  reviewers: Array<{ type: 'User' | 'Team'; id: number }>;
  deploymentBranchPolicy: {
    protectedBranches: boolean;
    customBranchPolicies: boolean;
  } | null;
  branchPolicies: Array<{ id: number; name: string; type: 'branch' | 'tag' }>;
  secrets: StoredSecret[];
  variables: StoredVariable[];
}

export interface Release extends Row {
  repositoryId: number;
  tagName: string;
  target: string;
  name: string | null;
  body: string | null;
  draft: boolean;
  prerelease: boolean;
  authorId: number;
  createdAt: string;
  publishedAt: string | null;
  updatedAt?: string;
  /** Whether it is to be the latest one; left out: by its date and version. */
  makeLatest?: 'true' | 'false' | 'legacy';
  assets: Array<{
    id: number;
    name: string;
    label: string | null;
    contentType: string;
    /** Base64. */
    content: string;
    uploaderId: number;
    createdAt: string;
    updatedAt?: string;
    downloads?: number;
  }>;
}

export interface DependabotAlert extends Row {
  repositoryId: number;
  number: number;
  state: 'open' | 'dismissed' | 'fixed' | 'auto_dismissed';
  packageName: string;
  ecosystem: string;
  manifestPath: string;
  scope: 'development' | 'runtime' | null;
  severity: 'low' | 'medium' | 'high' | 'critical';
  ghsaId: string;
  cveId: string | null;
  summary: string;
  description: string;
  vulnerableRange: string;
  firstPatchedVersion: string | null;
  cvss: { score: number; vector: string | null };
  createdAt: string;
  updatedAt: string;
  dismissedAt: string | null;
  dismissedById: number | null;
  dismissedReason: string | null;
  dismissedComment: string | null;
  fixedAt: string | null;
}
