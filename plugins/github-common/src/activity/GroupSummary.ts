import type { AlertCounts } from './Security';
import type { Lack } from './Answer';
import type { PullChecks } from './Pulls';

/** What a group's components are like, of those that the person who asks may see. */
export interface GroupSummary {
  /** What needs somebody first: red builds, then alerts, then pull requests. At most 100. */
  repositories: RepositorySummary[];
  totals: {
    repositories: number;
    failing: number;
    open: number;
    waiting: number;
    /** Of those whose alerts the person may see. */
    alerts: AlertCounts;
  };
  /** Components beyond the hundred, and those whose repository cannot be told. */
  omitted: number;
  askedAt: string;
  outdated?: { since: string; reason: string; until?: string };
}

export interface RepositorySummary {
  /** The first of its entities by name: `component:default/shop`. */
  entityRef: string;
  title: string;
  /** `acme/shop` */
  repository: string;
  url: string;
  /** Of the default branch's last commit; undefined: not told, see `lacks`. */
  ci?: PullChecks;
  pulls: {
    open: number;
    /** As `waitsForReview` says, of the hundred that are open longest. */
    waiting: number;
    /** The age of the oldest open one in days. */
    oldestDays?: number;
  };
  /** Undefined: not told, or the person may not see them. */
  alerts?: AlertCounts;
  lacks: Lack[];
}
