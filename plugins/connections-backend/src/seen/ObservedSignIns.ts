/**
 * Callbacks of sign-in pages that the portal received: how a wrong callback URL shows, since the page that refuses is not the portal's. They
 * come from people who are not signed in, so that one is a hint and no proof.
 */
export interface ObservedSignIns {
  /** Of a provider that is configured: of the last 24 hours, newest first, at most 100 a provider. */
  list(provider: string): ObservedSignIn[];
}

export interface ObservedSignIn {
  provider: string;
  /** Tells sign-ins apart: the fingerprint of the nonce. */
  flow: string;
  /** ISO 8601. */
  at: string;
  /** The path on which it came in; `/api/auth/github/handler/frame/` has a slash too many. */
  path: string;
  /** OAuth's `error`, for example `redirect_uri_mismatch`; undefined when a code came. */
  error?: string;
}
