/** Body of `POST /api/connections/<host>/rotate`. */
export interface RotationRequest {
  /** The second token. Never logged, never answered. */
  token: string;
  /** Which token it takes the place of, where the host has several. */
  replaces?: string;
}

/** 409 with the reasons in the error when the new token is not good; the old one stays in use then. */
export interface RotationResult {
  host: string;
  fingerprint: string;
  replaces: string;
  owner: string;
  /** What the test found that the operator should know, for example scopes that nothing needs. */
  warnings: string[];
  /** `data-directory`: kept over a restart. `memory`: in this process alone, until it ends. */
  kept: 'data-directory' | 'memory';
  /** When the old one can go, and what still uses it. */
  advice: string;
}
