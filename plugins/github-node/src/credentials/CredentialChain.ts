/** Why one credential was used for a repository, or was not. */
export interface CredentialStep {
  /** Of `ConfiguredCredential`, or `none` for the anonymous end of the chain. */
  credentialId: string;
  kind: 'app' | 'token' | 'none';
  title: string;
  verdict: 'used' | 'skipped' | 'failed';
  code: CredentialStepCode;
  /** One sentence for an operator; without secrets. */
  reason: string;
  /** Where to mend it, for example the page that installs the App. */
  link?: string;
  /** Of an App that is used for one of its installations. */
  installationId?: number;
  /** Of an App whose requests our own budget held back: until when, ISO 8601. */
  heldBackUntil?: string;
  /** And why the budget does so: `the limit is used up`. */
  heldBackFor?: string;
}

export type CredentialStepCode =
  | 'used'
  /** A better one served already. */
  | 'not-needed'
  | 'not-for-plugin'
  | 'owner-not-allowed'
  | 'not-installed'
  | 'suspended'
  | 'repository-not-selected'
  /** Not a PEM, or GitHub does not know the key. */
  | 'key-invalid'
  | 'app-unknown'
  | 'clock-skew'
  | 'unreachable'
  | 'none-configured';

/**
 * How the credential for a URL is found, by the rule of Backstage's GitHub integration: an App installed for the owner, then a token, then
 * none. An App that is broken, suspended by the owner or not given the repository lets a token serve, and never makes a call anonymous.
 * Where no token is, the steps of such Apps have the verdict `failed`, and nothing serves.
 */
export interface CredentialChain {
  url: string;
  host: string;
  owner?: string;
  repository?: string;
  /** Every credential in the order asked. Exactly one has the verdict `used`, unless the chain ends in an error. */
  steps: CredentialStep[];
}

/** What serves a call. */
export interface ServingCredential {
  credentialId: string;
  kind: 'app' | 'token' | 'none';
  /** Undefined for none. */
  token?: string;
  /** Of an App's installation token. ISO 8601. */
  expiresAt?: string;
  installationId?: number;
  chain: CredentialChain;
}
