import type { CheckStatus } from './Check';

/** Something other than GitHub that the portal is connected to. */
export interface SystemFacts {
  id: string;
  kind:
    | 'gitlab'
    | 'azure'
    | 'microsoft'
    | 'bitbucket'
    | 'ldap'
    | 'oidc'
    | 'kubernetes'
    | 'database'
    | 'other';
  title: string;
  /** A URL or an address, without user info. */
  target: string;
  configKey: string;
  credential: {
    /** For people: `personal access token`, `client secret`, `bind account`, `service account token`, `none`. */
    type: string;
    /** ISO 8601, where it is known. */
    expiresAt?: string;
  };
  status: CheckStatus;
  /** What was found. */
  detail: string;
  /** What to do about it; absent for `pass`. */
  remedy?: string;
  latencyMs?: number;
}
