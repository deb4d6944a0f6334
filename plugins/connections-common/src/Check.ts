export type CheckStatus = 'pass' | 'warn' | 'fail';

/** In the order in which the doctor prints them. */
export type CheckGroup =
  | 'configuration'
  | 'database'
  | 'connections'
  | 'sign-in'
  | 'catalog'
  | 'plugins';

/** What one test found about one thing. */
export interface CheckResult {
  /** Stable: the test and its subject, for example `webhook-arrives:app:github.com:1234`. */
  id: string;
  group: CheckGroup;
  /** The GitHub that it is about, where it is about one. */
  host?: string;
  /** What was tested, in words that say what is right: `The webhook of App "Callboard" arrives`. */
  check: string;
  status: CheckStatus;
  /** What was found. For `pass` the fact that shows it. Never a secret. */
  cause: string;
  /** What to do; empty for `pass`. */
  remedy: string;
  /** Where to do it. */
  links: { title: string; href: string }[];
  /** ISO 8601: since when it has this status, as far as this process knows. */
  since?: string;
}
