import type { Row } from '../Table';

/** What code scanning found in the default branch. */
export interface CodeAlert extends Row {
  repositoryId: number;
  number: number;
  state: 'open' | 'dismissed' | 'fixed';
  /** `java/sql-injection` */
  ruleId: string;
  severity: 'none' | 'note' | 'warning' | 'error';
  /** Null: the rule is about quality, not security. */
  securitySeverity: 'low' | 'medium' | 'high' | 'critical' | null;
  /** What the rule is about. */
  summary: string;
  tags: string[];
  /** `CodeQL` */
  tool: string;
  toolVersion: string | null;
  path: string;
  line: number;
  /** What is wrong in this place. */
  message: string;
  createdAt: string;
  updatedAt: string;
  dismissedAt: string | null;
  dismissedById: number | null;
  dismissedReason: string | null;
  dismissedComment: string | null;
  fixedAt: string | null;
}

/** A secret that somebody pushed. The sandbox has none: `secretOf` makes a text that is obviously no secret. */
export interface SecretAlert extends Row {
  repositoryId: number;
  number: number;
  state: 'open' | 'resolved';
  /** `slack_incoming_webhook_url` */
  secretType: string;
  /** `Slack Incoming Webhook URL` */
  displayName: string;
  provider: string | null;
  validity: 'active' | 'inactive' | 'unknown';
  publiclyLeaked: boolean;
  createdAt: string;
  updatedAt: string;
  resolvedAt: string | null;
  resolvedById: number | null;
  resolution: string | null;
  resolutionComment: string | null;
}
