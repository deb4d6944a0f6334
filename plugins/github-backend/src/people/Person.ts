/** Somebody, as GitHub shows them to the credential that asked. */
export interface Person {
  /** GraphQL's node id; it survives a change of the login. */
  id: string;
  login: string;
  name?: string;
  bio?: string;
  /** Public; only a token is shown it. */
  email?: string;
  /** Addresses at domains that the organisation has verified. */
  verifiedEmails?: string[];
  avatarUrl?: string;
  /** ISO 8601; only of a GitHub Enterprise Server, and where a source asks. */
  suspendedAt?: string;
  /** Not a member: somebody from outside with access to repositories. */
  isOutside?: boolean;
}
