/** Where an App is installed, as far as it matters for its tokens. */
export interface Installation {
  id: number;
  /** The account's login, in its own case. */
  account: string;
  suspended: boolean;
  /** Where its owner configures it. */
  htmlUrl?: string;
}
