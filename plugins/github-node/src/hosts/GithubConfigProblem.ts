/** Something in the configuration, or among the stored credentials, that has no effect since it is wrong. */
export interface GithubConfigProblem {
  /** For example `integrations.github[1]`. */
  configKey: string;
  /** In words, without secrets: what is wrong, and what to do. */
  reason: string;
  /** The host that is not as configured because of it. */
  host?: string;
}
