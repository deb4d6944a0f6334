/** A credential that the portal was given while it ran, kept in the data directory for its owner alone (mode 0600). */
export type StoredCredential = StoredApp | StoredToken;

export interface StoredApp {
  kind: 'app';
  host: string;
  appId: number;
  slug: string;
  name: string;
  htmlUrl: string;
  clientId: string;
  clientSecret: string;
  privateKey: string;
  webhookSecret?: string;
  /** Where it sends events, as it was registered. */
  webhookUrl?: string;
  /** ISO 8601. */
  storedAt: string;
}

export interface StoredToken {
  kind: 'token';
  host: string;
  token: string;
  /** Fingerprint of the token that it takes the place of. While the configuration still names another token, that one is no longer used. */
  replaces: string;
  /** When it was replaced, ISO 8601; by a token that has been replaced itself meanwhile, if one was. */
  storedAt: string;
}
