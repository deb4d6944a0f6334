type Visibility = 'private' | 'internal' | 'public';

/** What stock's `publish:github` and `github:repo:create` take for a new repository. */
export interface RepositoryInput {
  repoUrl: string;
  token?: string;
  description?: string;
  homepage?: string;
  access?: string;
  repoVisibility?: Visibility;
  deleteBranchOnMerge?: boolean;
  allowMergeCommit?: boolean;
  allowSquashMerge?: boolean;
  squashMergeCommitTitle?: string;
  squashMergeCommitMessage?: string;
  allowRebaseMerge?: boolean;
  allowAutoMerge?: boolean;
  allowUpdateBranch?: boolean;
  collaborators?: Collaborator[];
  hasProjects?: boolean;
  hasWiki?: boolean;
  hasIssues?: boolean;
  topics?: string[];
  repoVariables?: Record<string, string>;
  secrets?: Record<string, string>;
  oidcCustomization?: { useDefault: boolean; includeClaimKeys?: string[] };
  customProperties?: Record<string, string | string[]>;
  subscribe?: boolean;
  /** Of `github:repo:create` alone. */
  autoInit?: boolean;
  workflowAccess?: 'none' | 'user' | 'organization';
}

export type Collaborator = { access: string } & (
  | { user: string }
  | { team: string }
);
