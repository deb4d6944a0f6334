/** What a key opens; as `KeyScopes` of `@callboard/plugin-access-common`. */
export interface Scopes {
  plugins?: string[];
  permissions?: string[];
  readOnly: boolean;
}

/** A key as the portal tells of it; as `ApiKey` of `@callboard/plugin-access-common`. */
export interface ListedKey {
  id: string;
  name: string;
  owner?: string;
  scopes: Scopes;
  state: 'active' | 'expired' | 'revoked';
  expiresAt: string;
  lastUsedAt?: string;
  previousSecretUntil?: string;
}

/** A way of access that stands in the configuration. */
export interface ConfiguredAccess {
  path: string;
  subject: string;
  type: string;
  description?: string;
  plugins?: string[];
}

/** A key with its secret. */
export interface Issued {
  apiKey: ListedKey;
  key: string;
}

/** The portal that runs, for keys. All throw a `ProblemsError` that says what to do. */
export interface KeysPortal {
  list(): Promise<{ keys: ListedKey[]; configured: ConfiguredAccess[] }>;
  create(asked: {
    name: string;
    owner?: string;
    scopes: Scopes;
    /** @defaultValue 90 days */
    expiresInHours?: number;
  }): Promise<Issued>;
  rotate(asked: { id: string; overlapHours?: number }): Promise<Issued>;
  revoke(asked: { id: string }): Promise<ListedKey>;
}
