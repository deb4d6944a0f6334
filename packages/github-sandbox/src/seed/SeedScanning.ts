import type { SeedSeverity } from './Seed';

/** What code scanning found. A list, be it empty, switches it on in the repository. */
export interface SeedCodeAlert {
  /** `java/sql-injection` */
  rule: string;
  severity: 'none' | 'note' | 'warning' | 'error';
  /** Left out: the rule is not about security. */
  security?: SeedSeverity;
  /** What the rule is about. */
  summary: string;
  /** What is wrong in this place; default: the summary. */
  message?: string;
  tags?: string[];
  /** Default `CodeQL`. */
  tool?: string;
  toolVersion?: string;
  /** A file on the default branch. */
  path: string;
  /** Default 1. */
  line?: number;
  state?: 'open' | 'dismissed' | 'fixed';
  daysAgo: number;
  dismissed?: {
    by: string;
    daysAgo: number;
    reason: 'false positive' | "won't fix" | 'used in tests' | 'mitigated';
    comment?: string;
  };
  fixedDaysAgo?: number;
}

/** That a secret was pushed; a seed has no secret itself. A list, be it empty, switches secret scanning on in the repository. */
export interface SeedSecretAlert {
  /** `slack_incoming_webhook_url` */
  type: string;
  /** `Slack Incoming Webhook URL` */
  name: string;
  provider?: string;
  validity?: 'active' | 'inactive' | 'unknown';
  publiclyLeaked?: boolean;
  daysAgo: number;
  /** Left out: the alert is open. */
  resolved?: {
    by: string;
    daysAgo: number;
    resolution: 'false_positive' | 'wont_fix' | 'revoked' | 'used_in_tests';
    comment?: string;
  };
}
