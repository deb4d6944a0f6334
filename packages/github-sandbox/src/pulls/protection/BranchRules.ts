/** What has to be true before a branch takes a pull request: its protection and the rulesets together. */
export interface BranchRules {
  /** Whether changes have to come by pull request. */
  pullRequest: boolean;
  approvals: number;
  codeOwners: boolean;
  dismissStaleReviews: boolean;
  /** Checks and statuses by their names, with the App that has to give them where that is said. */
  checks: Array<{ context: string; appId: number | null }>;
  /** The head has to contain the tip of the branch. */
  upToDate: boolean;
  linearHistory: boolean;
  locked: boolean;
  /** The methods that are allowed, where a ruleset says so. */
  methods: Array<'merge' | 'squash' | 'rebase'> | null;
}
