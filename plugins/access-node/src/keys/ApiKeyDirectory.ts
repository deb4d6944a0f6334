import type { StoredKey } from './StoredKey';

/** Why a key whose secret is right is refused. */
export type KeyRefusal = 'expired' | 'replaced' | 'revoked';

/** Where the keys are kept. */
export interface ApiKeySource {
  /** All keys, those that are refused included. */
  read(): Promise<StoredKey[]>;
  /** Told of every use. Must return at once. */
  used(use: { id: string; at: Date }): void;
  /** Told of every refusal of somebody who has the secret. Must return at once. */
  refused(refusal: { id: string; reason: KeyRefusal }): void;
}

/** The keys of the portal, for the whole process. What it knows is never older than five seconds. */
export interface ApiKeyDirectory {
  /** Says where keys come from. Until then, keys wait for a few seconds and are then refused. */
  attach(source: ApiKeySource): void;
  /**
   * The key that a token is. `undefined`: it is none of these keys, or its secret is wrong. Throws `AuthenticationError` for one that is
   * expired, replaced or revoked, and `ServiceUnavailableError` while keys cannot be checked.
   */
  verify(token: string): Promise<StoredKey | undefined>;
  /** A key that is good, by its id. Throws as `verify` does, and `AuthenticationError` where there is none. */
  find(options: { id: string }): Promise<StoredKey>;
  /** Reads again, for a change that was just made. Never rejects. */
  refresh(): Promise<void>;
}
