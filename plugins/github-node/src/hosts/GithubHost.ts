/** A GitHub that the portal talks to, and the credentials configured for it. */
export interface GithubHost {
  /** As in URLs, with the port where there is one: `github.com`, `localhost:7008`. */
  host: string;
  /** What the configuration calls it, else the host. */
  title: string;
  /** Without a slash at the end. */
  apiBaseUrl: string;
  graphqlUrl: string;
  /** Where people look at it, without a slash at the end. `http:` where the API is. */
  webUrl: string;
  rawBaseUrl?: string;
  /** Which of the two configuration roots won. */
  origin: 'connections' | 'integrations';
  /** For example `integrations.github[0]`. */
  configKey: string;
  /** In the order in which they are asked: Apps, then tokens. Empty: requests are anonymous. */
  credentials: ConfiguredCredential[];
}

/** An entry of `integrations.github` that has no effect, since `connections` or an earlier entry wins. */
export interface IgnoredHost {
  host: string;
  configKey: string;
  /** In words: what wins, and what to do. */
  reason: string;
}

export type ConfiguredCredential = AppCredential | TokenCredential;

interface CredentialBase {
  /** Stable, unique and no secret: `app:HOST:APP_ID` or `token:HOST:FINGERPRINT`. */
  id: string;
  /** For people: `App 1234`, `token 3f9a…`. */
  title: string;
  /** `config`: named by the configuration. `stored`: made or rotated from the portal, kept in the data directory. */
  from: 'config' | 'stored';
  configKey?: string;
  /** Plugins that may use it (`match.plugins` of `connections`). Undefined: all. */
  plugins?: string[];
}

export interface AppCredential extends CredentialBase {
  kind: 'app';
  appId: number;
  privateKey: string;
  clientId?: string;
  clientSecret?: string;
  webhookUrl?: string;
  webhookSecret?: string;
  /** Lower case. Undefined: all owners. */
  allowedOwners?: string[];
  /** Whether an installation of it serves public repositories of owners who have not installed it. */
  publicAccess?: boolean;
}

export interface TokenCredential extends CredentialBase {
  kind: 'token';
  token: string;
  /** Eight hexadecimal digits of the token's SHA-256; safe to show. */
  fingerprint: string;
}
