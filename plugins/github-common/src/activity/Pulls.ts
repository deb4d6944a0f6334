export interface Pull {
  /** `acme/shop`, as GitHub spells it. */
  repository: string;
  number: number;
  title: string;
  url: string;
  /** A login; null: the account is gone. */
  author: string | null;
  state: 'open' | 'closed' | 'merged';
  isDraft: boolean;
  createdAt: string;
  updatedAt: string;
  /** Branches. */
  base: string;
  head: string;
  additions: number;
  deletions: number;
  files: number;
  size: PullSize;
  /** Undefined: not told, see `lacks`. */
  checks?: PullChecks;
  /** Undefined: no review is asked for. */
  decision?: 'approved' | 'changes-requested' | 'review-required';
  /** The first twenty of each kind. */
  reviewers: PullReviewer[];
  /** How many are asked and have not answered: persons, teams, and whoever GitHub does not name to the portal. */
  asked: number;
  labels: string[];
  mergeable: 'yes' | 'conflicting' | 'unknown';
}

/** By changed lines: below 10, 50, 250, 1000, and more. */
export type PullSize = 'XS' | 'S' | 'M' | 'L' | 'XL';

export interface PullChecks {
  /** `none`: nothing checks it. */
  state: 'success' | 'failure' | 'pending' | 'none';
  /** Names of what failed, at most 20. */
  failing: string[];
  total: number;
}

export interface PullReviewer {
  /** Either a person's login or a team's slug. */
  login?: string;
  team?: string;
  /** `requested`: asked, has not answered. */
  state:
    | 'requested'
    | 'approved'
    | 'changes-requested'
    | 'commented'
    | 'dismissed';
}

export interface Pulls {
  /** At most 100, the one that changed last first. */
  pulls: Pull[];
  /** As GitHub counts them. */
  total: number;
}
