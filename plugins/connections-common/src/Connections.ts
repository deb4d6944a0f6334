import type { CheckResult, CheckStatus } from './Check';
import type { GithubHostFacts, PermissionLevel } from './GithubFacts';
import type { SystemFacts } from './SystemFacts';

/** What `GET /api/connections` answers. */
export interface ConnectionsOverview {
  /** The worst of all checks. */
  status: CheckStatus;
  hosts: GithubHostFacts[];
  /** Entries of the configuration that have no effect. */
  ignored: { host: string; configKey: string; reason: string }[];
  systems: SystemFacts[];
  checks: CheckResult[];
  /** ISO 8601; undefined before the first run has ended. */
  checkedAt?: string;
  running: boolean;
  /** How often checks run by themselves, in seconds. */
  everySeconds: number;
  /** What is switched on and therefore counts as needed. */
  features: FeatureFacts[];
  /** Whether the caller may also change things. */
  mayManage: boolean;
  /** Where credentials that are made here are kept; undefined without a data directory. */
  storedIn?: string;
}

/** A part of the portal that uses GitHub, and what it asks for there. */
export interface FeatureFacts {
  id: string;
  title: string;
  on: boolean;
  /** Why, in words that name the key of the configuration. */
  because: string;
  /** What an App needs for it. */
  permissions: {
    /** GitHub's key, as in an App manifest: `contents`, `members`. */
    permission: string;
    /** GitHub's words: `Contents`. */
    title: string;
    scope: 'repository' | 'organization' | 'account';
    level: PermissionLevel;
    /** The route or the GraphQL field that asks for it. */
    route: string;
  }[];
}
