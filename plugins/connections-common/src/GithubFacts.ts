import type { CheckStatus } from './Check';

/** One GitHub and everything the portal is to it. */
export interface GithubHostFacts {
  host: string;
  title: string;
  webUrl: string;
  apiBaseUrl: string;
  /** Which configuration root won. */
  origin: 'connections' | 'integrations';
  configKey: string;
  /** The host that it stands for: another name of the same server, with the same credentials. */
  aliasOf?: string;
  /** The worst of its checks. */
  status: CheckStatus;
  /** Accounts there that the configuration names, in its order. */
  organisations?: string[];
  apps: AppFacts[];
  tokens: TokenFacts[];
  /** OAuth clients that people sign in with. */
  signIn: OauthFacts[];
  /** Set while requests may go out without a credential. */
  anonymous?: { rateLimits: RateLimitFacts[] };
  spenders: SpenderFacts[];
  /** Differences between this machine's clock and GitHub's, in seconds; positive: ours is ahead. */
  clockSkewSeconds?: number;
}

export interface AppFacts {
  credentialId: string;
  appId: number;
  from: 'config' | 'stored';
  configKey?: string;
  slug?: string;
  name?: string;
  /** An account. */
  owner?: string;
  htmlUrl?: string;
  key: {
    status:
      | 'valid'
      | 'rejected'
      | 'unreadable'
      | 'clock-skew'
      | 'app-unknown'
      /** A limit is used up, so that nothing is known for now. */
      | 'limited'
      | 'unreachable';
    detail: string;
  };
  /** With `limited`: when GitHub answers again, ISO 8601, where it says so. */
  limitedUntil?: string;
  allowedOwners?: string[];
  webhook?: WebhookFacts;
  /** Names of events that it subscribes to. */
  events: string[];
  permissions: PermissionComparison;
  installations: InstallationFacts[];
  /** Why `installations` is not known, or not whole, in a sentence: then an account that is not in it may have one all the same. */
  installationsUnknown?: string;
  settingsUrl?: string;
  installUrl?: string;
}

export interface InstallationFacts {
  id: number;
  account: string;
  accountType: 'Organization' | 'User' | 'Enterprise';
  suspended: boolean;
  repositorySelection: 'all' | 'selected';
  /** How many repositories it reaches; undefined when that could not be read. */
  repositories?: number;
  /** The first of them, full names. */
  someRepositories: string[];
  htmlUrl: string;
  permissions: PermissionComparison;
  /** Permissions that the App asks for and the account has not accepted yet. */
  pendingPermissions: string[];
  rateLimits: RateLimitFacts[];
}

export interface PermissionComparison {
  rows: PermissionRow[];
  missing: string[];
  needless: string[];
}

export type PermissionLevel = 'read' | 'write' | 'admin';

export interface PermissionRow {
  /** GitHub's key: `contents`, `members`. */
  permission: string;
  /** GitHub's words: `Contents`. */
  title: string;
  scope: 'repository' | 'organization' | 'account';
  granted?: PermissionLevel;
  needed?: PermissionLevel;
  /** `optional`: the feature says by itself what it lacks, and everything else works. */
  neededBy: {
    feature: string;
    level: PermissionLevel;
    route: string;
    optional?: boolean;
  }[];
  verdict: 'ok' | 'missing' | 'needless';
}

export interface WebhookFacts {
  /** As GitHub has it. */
  url?: string;
  /** Where this portal takes events. */
  expectedUrl: string;
  /** As the configuration says, where it does. */
  configuredUrl?: string;
  hasSecret: boolean;
  insecureSsl: boolean;
  verdict: 'ok' | 'off' | 'elsewhere' | 'failing' | 'unknown';
  lastDeliveries: DeliveryFacts[];
}

export interface DeliveryFacts {
  id: number;
  /** ISO 8601. */
  at: string;
  event: string;
  action?: string;
  statusCode: number;
  /** GitHub's words. */
  status: string;
  redelivery: boolean;
}

export interface TokenFacts {
  credentialId: string;
  fingerprint: string;
  from: 'config' | 'stored';
  configKey?: string;
  kind: 'classic' | 'fine-grained' | 'oauth' | 'server' | 'unknown';
  /** `limited`: a limit is used up, so that nothing is known for now. */
  status: 'valid' | 'rejected' | 'limited' | 'unreachable';
  detail: string;
  /** With `limited`: when GitHub answers again, ISO 8601, where it says so. */
  limitedUntil?: string;
  /** The account that it speaks for. */
  owner?: string;
  /** Of a classic token. */
  scopes?: string[];
  /** The least that what is switched on needs. */
  scopesNeeded: string[];
  scopesMissing: string[];
  scopesNeedless: string[];
  /** ISO 8601; undefined: never, or not told. */
  expiresAt?: string;
  expiresInDays?: number;
  /** Since when the portal knows it, ISO 8601. */
  firstSeenAt?: string;
  ageDays?: number;
  /** Organisations with single sign-on that did not authorise it. */
  unauthorisedOrganisations: string[];
  rateLimits: RateLimitFacts[];
  rotation?: {
    /** The last predecessor. */
    replaces: string;
    rotatedAt: string;
    /** Whether all predecessors can go. */
    oldCanGo: boolean;
    advice: string;
    /** All tokens that this one took the place of, also over several rotations, the last first. */
    predecessors: PredecessorFacts[];
  };
}

/** A token that another has taken the place of. */
export interface PredecessorFacts {
  fingerprint: string;
  /** ISO 8601. */
  replacedAt: string;
  /** Plugins that used it since, in the last hour. */
  stillUsedBy: string[];
  /** Whether GitHub refused it when it was last seen, so that nobody has to revoke it. */
  refused: boolean;
  /** Whether nothing has used it for an hour. */
  canGo: boolean;
}

export interface OauthFacts {
  provider: string;
  environment: string;
  clientId: string;
  callbackUrl: string;
  scopes: string[];
}

export interface RateLimitFacts {
  resource: 'core' | 'graphql' | 'search' | 'code_search' | 'other';
  limit: number;
  remaining: number;
  resetAt: string;
  /** Of the last hour, most first. */
  spentBy: { plugin: string; requests: number; cost: number }[];
}

export interface SpenderFacts {
  plugin: string;
  credentialId?: string;
  resource: RateLimitFacts['resource'];
  requests: number;
  cost: number;
}
