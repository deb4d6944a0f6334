import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';

/** All that the configuration says of mirroring GitHub. */
export interface GithubSettings {
  repositories: RepositorySource[];
  people: PeopleSource[];
  /** `catalog.syncStrategy`. */
  strategy: 'incremental' | 'full';
  /** `catalog.fallbackFullSyncInterval`, in milliseconds. */
  fullSyncIntervalMs: number;
  /** Undefined: repositories without a descriptor stay out. */
  inference?: InferenceSettings;
  /** A run that would remove more than both is held. */
  guard: { share: number; count: number };
  freshness: { targetLagMs: number };
  /** Secrets that sign the calls of pre-receive hooks; empty: none are taken. */
  hintSecrets: string[];
  missedDeliveries: { everyMs: number };
  wikis: { everyMs: number };
  /** How often people and teams are read although nothing says that they have changed. */
  peopleReading: { fullEveryMs: number };
  /** Whether entities say what is true of their GitHub Enterprise: version, pre-receive hooks, SAML. */
  enterpriseAnnotations?: boolean;
  /** Whether the README of a repository without `docs/` is its docs. */
  readmeDocs?: boolean;
  /** Undefined: the defaults. */
  activity?: ActivitySettings;
}

/** `callboard.github.activity`. */
export interface ActivitySettings {
  enabled: boolean;
  /** Repositories whose descriptors may speak for others: `acme/catalog`. */
  trusted: string[];
  /** What answers of GitHub may take in the database. */
  cacheMegabytes: number;
}

/** One entry below `catalog.providers.github`; the options are those of stock's module. */
export interface RepositorySource {
  id: string;
  /** As in stock, so that a portal that moves keeps its entities: `github-provider:ID`. */
  providerName: string;
  host: string;
  /** Undefined: all organisations in which the App `app` is installed. */
  organization?: string;
  app?: number;
  /** Without a slash in front. More than one where the configuration has a list; each may have wildcards. */
  catalogPaths: string[];
  filters: {
    repository?: RegExp;
    branch?: string;
    allowForks: boolean;
    topic: { include?: string[]; exclude?: string[] };
    visibility?: string[];
    allowArchived: boolean;
  };
  validateLocationsExist: boolean;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** The most repositories of a page; undefined: 100. */
  pageSize?: number;
}

/** One entry of `catalog.providers.githubOrg`; the options are those of stock's module. */
export interface PeopleSource {
  id: string;
  /** As in stock: `GithubMultiOrgEntityProvider:ID`. */
  providerName: string;
  githubUrl: string;
  host: string;
  orgs?: string[];
  schedule: SchedulerServiceTaskScheduleDefinition;
  excludeSuspendedUsers: boolean;
  useVerifiedEmails: boolean;
  /** Whether outside collaborators of repositories become users too. */
  outsideCollaborators: boolean;
  pageSizes: {
    teams?: number;
    teamMembers?: number;
    organizationMembers?: number;
  };
  /** True with a single entry of a single organisation: names need no namespace. As in stock. */
  alwaysUseDefaultNamespace: boolean;
}

/** `callboard.github.catalog.inferred`. Every value may be overridden by a rule. */
export interface InferenceSettings {
  lifecycle: string;
  /** For all: undefined finds it out. */
  owner?: string;
  type: { fork: string; other: string };
  /** Whether a wiki becomes the docs where there is no `docs/`. */
  wikis: boolean;
  /** In order; the first that matches `owner/name` (a glob) sets what it names. */
  rules: {
    repository: string;
    exclude?: boolean;
    type?: string;
    lifecycle?: string;
    owner?: string;
    system?: string;
    tags?: string[];
  }[];
}
