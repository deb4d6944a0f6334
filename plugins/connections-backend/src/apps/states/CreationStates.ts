/** An App that somebody has begun to create, until GitHub sends the browser back. */
export interface PendingCreation {
  host: string;
  /** Undefined: the App belongs to a person. */
  organization?: string;
  /** Where the App sends events, if it does. */
  webhookUrl?: string;
  /** Who began it: an entity reference, or `service:NAME`. */
  person: string;
  /** ISO 8601. */
  expiresAt: string;
}

export type TakenState =
  | { outcome: 'taken'; pending: PendingCreation }
  /** Never given out, or used already. */
  | { outcome: 'unknown' }
  | { outcome: 'expired' }
  | { outcome: 'of-another-person' };

/** The `state` of each manifest that was sent off: a random text that comes back with the browser, and shows that both belong together. */
export interface CreationStates {
  /** Remembers a creation. Resolves to its state, 32 random bytes as base64url. */
  begin(pending: PendingCreation): Promise<string>;
  /** Uses a state up, if it is this person's. */
  take(options: { state: string; person: string }): Promise<TakenState>;
  /** Makes a state good again: GitHub did not answer, and its code is still worth something. */
  giveBack(options: { state: string; pending: PendingCreation }): Promise<void>;
}
