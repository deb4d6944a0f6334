/** Logins, slugs of teams and slugs of Apps. */
export interface Actors {
  users: string[];
  teams: string[];
  apps: string[];
}

/** The settings of a protected branch as they are kept in `Repository.branchProtection`: as PUT takes them, complete. */
export interface StoredProtection {
  required_status_checks: StatusChecks | null;
  enforce_admins: boolean;
  required_pull_request_reviews: PullReviews | null;
  restrictions: Actors | null;
  required_signatures: boolean;
  required_linear_history: boolean;
  allow_force_pushes: boolean;
  allow_deletions: boolean;
  block_creations: boolean;
  required_conversation_resolution: boolean;
  lock_branch: boolean;
  allow_fork_syncing: boolean;
}

export interface StatusChecks {
  strict: boolean;
  /** The same names as in `checks`. */
  contexts: string[];
  checks: Array<{ context: string; app_id: number | null }>;
}

export interface PullReviews {
  dismiss_stale_reviews: boolean;
  require_code_owner_reviews: boolean;
  required_approving_review_count: number;
  require_last_push_approval: boolean;
  dismissal_restrictions?: Actors;
  bypass_pull_request_allowances?: Actors;
}
