/** What is true of a repository's GitHub and organisation; undefined where the credential may not see it. */
export interface EnterpriseFacts {
  /** Of a GitHub Enterprise Server: `3.12.4`. */
  version?: string;
  /** Whether a pre-receive hook is in force, or tried out, in the organisation. */
  preReceiveHooks?: boolean;
  /** Whether people sign on through an identity provider. */
  saml?: boolean;
}
