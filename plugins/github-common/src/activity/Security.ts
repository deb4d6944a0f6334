import type { Answer } from './Answer';

/** Alerts of one repository by where they come from; each may be refused or absent by itself. */
export interface Security {
  dependabot: Answer<DependabotAlerts>;
  code: Answer<CodeAlerts>;
  secrets: Answer<SecretAlerts>;
}

export type AlertSeverity = 'critical' | 'high' | 'medium' | 'low';

/** How many are open. */
export type AlertCounts = Record<AlertSeverity, number>;

export interface DependabotAlerts {
  open: AlertCounts;
  /** Open ones, the worst and then the newest first, at most 100. */
  alerts: DependabotAlert[];
  /** There are more than `alerts` and `open` tell of. */
  more: boolean;
}

export interface DependabotAlert {
  number: number;
  severity: AlertSeverity;
  package: string;
  /** `npm` */
  ecosystem: string;
  /** `web/package-lock.json` */
  manifest: string;
  scope: 'development' | 'runtime' | null;
  summary: string;
  ghsa: string;
  cve?: string;
  /** `< 4.17.21` */
  vulnerable: string;
  /** The first version without it; undefined: there is none yet. */
  patched?: string;
  url: string;
  createdAt: string;
}

export interface CodeAlerts {
  open: AlertCounts;
  alerts: CodeAlert[];
  more: boolean;
}

export interface CodeAlert {
  number: number;
  severity: AlertSeverity;
  /** `js/sql-injection` */
  rule: string;
  summary: string;
  /** `CodeQL` */
  tool: string;
  path?: string;
  line?: number;
  url: string;
  createdAt: string;
}

export interface SecretAlerts {
  /** How many are open. */
  open: number;
  alerts: SecretAlert[];
  more: boolean;
}

/** Where a secret lies, never the secret. */
export interface SecretAlert {
  number: number;
  /** `GitHub Personal Access Token` */
  type: string;
  /** Whether its issuer says that it still works. */
  validity: 'active' | 'inactive' | 'unknown';
  /** Whether it is in a public repository's history or was found in public elsewhere. */
  isPublic: boolean;
  url: string;
  createdAt: string;
}
