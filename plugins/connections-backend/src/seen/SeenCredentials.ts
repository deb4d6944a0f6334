/** Since when the portal knows a credential: GitHub tells no age of a token. */
export interface SeenCredentials {
  /** Remembers the fingerprint if it is new. Resolves to when it was first seen, ISO 8601. */
  firstSeen(fingerprint: string): Promise<string>;
}
