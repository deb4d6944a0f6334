/** What GitHub says of the owner or the repository that is asked about. */
export interface Subject {
  owner?: string;
  repository?: string;
  /** `missing`: there is no such account. `unknown`: that could not be found out. */
  ownerType: 'Organization' | 'User' | 'missing' | 'unknown';
  state:
    | { outcome: 'readable'; repository?: ReadableRepository }
    /** 404: it does not exist, or the credential may not know that it does. */
    | { outcome: 'hidden' }
    | { outcome: 'refused'; reason: string; singleSignOn: boolean }
    | { outcome: 'unknown'; reason: string };
  /** `x-oauth-scopes` of the answer. */
  scopesHeader?: string;
}

export interface ReadableRepository {
  private: boolean;
  archived: boolean;
  /** What the account may do, where the credential speaks for one. */
  permissions?: Record<string, boolean | undefined>;
}
