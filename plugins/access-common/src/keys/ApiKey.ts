/** What a key opens. All that is given must hold. */
export interface KeyScopes {
  /** Ids of plugins, such as `catalog`. @defaultValue all plugins */
  plugins?: string[];
  /** Names of permissions, such as `catalog.entity.read`. Only together with `plugins`. @defaultValue all permissions */
  permissions?: string[];
  /** Only reads: permissions with the action `read`, and requests that change nothing. */
  readOnly: boolean;
}

/** `expired` and `revoked` keys are refused. */
export type KeyState = 'active' | 'expired' | 'revoked';

/** A key, without its secret: that is shown once, and stored as a hash. Times are ISO 8601. */
export interface ApiKey {
  id: string;
  name: string;
  /** Who answers for it: an entity reference such as `group:default/platform`. */
  owner?: string;
  /** The beginning of the key, by which it is recognised. */
  prefix: string;
  scopes: KeyScopes;
  state: KeyState;
  createdAt: string;
  /** An entity reference, or `service:NAME` for the command. */
  createdBy: string;
  expiresAt: string;
  /** Up to a minute old. Absent where the key has not been used. */
  lastUsedAt?: string;
  rotatedAt?: string;
  /** Until when the secret before the last rotation is good, where it still is. */
  previousSecretUntil?: string;
  revokedAt?: string;
  revokedBy?: string;
}

/** A way of access that stands in the configuration. It can only be changed there. */
export interface ConfiguredKey {
  /** Where it stands, as in `backend.auth.keys[0]`. */
  path: string;
  /** How the portal names who comes with it. */
  subject: string;
  /** As in `static`, `jwks`, `legacy`. */
  type: string;
  description?: string;
  /** Absent where it opens every plugin. */
  plugins?: string[];
}

/** The answer of `GET /api/access/keys`. */
export interface KeysAnswer {
  /** Newest first. */
  keys: ApiKey[];
  configured: ConfiguredKey[];
  /** Ids of the plugins of this portal, which a key may open. */
  plugins: string[];
  /** Whether the caller may make, rotate and revoke keys. */
  mayManage: boolean;
}

/** The body of `POST /api/access/keys`. */
export interface KeyRequest {
  name: string;
  /** @defaultValue the person who asks */
  owner?: string;
  scopes: KeyScopes;
  /** 1 to 43,800, which are five years. @defaultValue 2160, which are 90 days */
  expiresInHours?: number;
}

/** The body of `POST /api/access/keys/:id/rotate`. */
export interface KeyRotation {
  /** For how long the secret before is good too, in hours: 0 to 168. @defaultValue 24 */
  overlapHours?: number;
}

/** A key with its secret. This is the only answer that has it. */
export interface IssuedKey {
  apiKey: ApiKey;
  /** `cbk_<id>_<secret>`. */
  key: string;
}
