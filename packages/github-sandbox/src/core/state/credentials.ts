import type { Row } from '../Table';

/** GitHub's names of App permissions, as in a manifest: `contents`, `pull_requests`, `members`. */
export type Permissions = Record<string, 'read' | 'write' | 'admin'>;

export interface App extends Row {
  slug: string;
  nodeOwnerId: number;
  name: string;
  description: string | null;
  externalUrl: string;
  clientId: string;
  /** SHA-256 of each client secret, hex. */
  clientSecretHashes: string[];
  /** SPKI PEM of each key. Private keys are shown once and not kept. */
  publicKeys: string[];
  webhookUrl: string | null;
  webhookSecret: string | null;
  webhookActive: boolean;
  /** JSON where it is left out. */
  webhookContentType?: 'json' | 'form';
  /** Whether certificates are left unchecked; left out: no. */
  webhookInsecureSsl?: boolean;
  callbackUrls: string[];
  setupUrl: string | null;
  public: boolean;
  permissions: Permissions;
  events: string[];
  /** The bot account `slug[bot]`. */
  botId: number;
  /** GitHub no longer lets people sign in through it. */
  suspendedAt?: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface Installation extends Row {
  appId: number;
  accountId: number;
  permissions: Permissions;
  events: string[];
  repositorySelection: 'all' | 'selected';
  repositoryIds: number[];
  suspendedAt: string | null;
  /** Who suspended it; without one, the App itself. */
  suspendedById?: number | null;
  createdAt: string;
  updatedAt: string;
}

export interface OAuthApp extends Row {
  ownerId: number;
  name: string;
  clientId: string;
  clientSecretHashes: string[];
  homepageUrl: string;
  callbackUrls: string[];
  suspendedAt?: string | null;
  createdAt: string;
}

/**
 * One credential. Only its hash is kept. `classic` ghp_, `fineGrained` github_pat_, `oauth` gho_, `userToServer` ghu_ (expires, has a
 * refresh token), `installation` ghs_ (an hour).
 */
export interface Token extends Row {
  kind: 'classic' | 'fineGrained' | 'oauth' | 'userToServer' | 'installation';
  /** SHA-256, hex. */
  hash: string;
  /** The last eight characters, to recognise it by. */
  tail: string;
  name: string | null;
  /** The person; of installation tokens, none. */
  userId: number | null;
  /** Classic and OAuth tokens. */
  scopes: string[];
  /** Fine-grained, user-to-server and installation tokens. */
  permissions: Permissions;
  /** Fine-grained tokens: the account whose resources it may use. */
  resourceOwnerId: number | null;
  /** Restricts fine-grained and installation tokens; null: all. */
  repositoryIds: number[] | null;
  installationId: number | null;
  /** The OAuth App or App that it was issued through. */
  clientId: string | null;
  refreshHash: string | null;
  refreshExpiresAt: string | null;
  /** Organisations that enforce SAML and for which the person has authorised it. */
  ssoAuthorised: number[];
  createdAt: string;
  expiresAt: string | null;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

/** An OAuth code, or the code of the manifest flow. Used once, within ten minutes or an hour. */
export interface TemporaryCode extends Row {
  kind: 'oauth' | 'manifest' | 'device';
  hash: string;
  userId: number;
  clientId: string | null;
  redirectUri: string | null;
  scopes: string[];
  codeChallenge: string | null;
  codeChallengeMethod: 'S256' | 'plain' | null;
  /** What a manifest code stands for. */
  appId: number | null;
  /** Organisations with SAML for which the token is to be authorised. */
  ssoAuthorised?: number[];
  /** Of a device code: what the person types, what came of it, and when the device may ask again. */
  device?: {
    userCode: string;
    decision: 'pending' | 'granted' | 'denied';
    intervalSeconds: number;
    askedAt: string | null;
  };
  createdAt: string;
  expiresAt: string;
}

/** The pair of keys that callers seal secrets for. There is one. */
export interface SealingKey extends Row {
  /** A number as text, as GitHub has it. */
  keyId: string;
  /** 32 bytes each, base64. */
  publicKey: string;
  secretKey: string;
}

/** What a person has granted an OAuth App or App. */
export interface Grant extends Row {
  userId: number;
  clientId: string;
  scopes: string[];
  /** Organisations with SAML that the person signed on to when granting. */
  ssoAuthorised?: number[];
  createdAt: string;
}

/** What cookies and forms of the sandbox's own pages are signed with. */
export interface SigningKey extends Row {
  /** Base64. */
  secret: string;
}
