/** What a failure of a run comes down to. Never a stack. */
export interface RunCause {
  /** For code; the list grows, so treat an unknown one as `unknown`. */
  code: RunCauseCode;
  /** One sentence: what was wrong, and where. */
  title: string;
  /** One or two sentences: what to do about it. */
  remedy: string;
  /** Where the remedy is done: an absolute URL, or a path of the portal. */
  link?: string;
  /** What the link is called. */
  linkTitle?: string;
  /** The permission that is missing, as it is called where it is granted: `Administration: write`. */
  permission?: string;
  /** When trying again is of use: an ISO 8601 instant in UTC. */
  until?: string;
  /** What the other side said, masked and at most 500 characters. */
  detail?: string;
}

/** The causes that the portal tells apart. */
export type RunCauseCode =
  | 'permission-missing'
  | 'not-permitted'
  | 'name-taken'
  | 'rate-limited'
  | 'credential-gone'
  | 'not-installed'
  | 'not-found'
  | 'push-rejected'
  | 'catalog-refused'
  | 'invalid-input'
  | 'template-limit'
  | 'timed-out'
  | 'network'
  | 'cannot-open'
  | 'cancelled'
  | 'unknown';
