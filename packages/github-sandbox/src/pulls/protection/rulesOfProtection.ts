import type { StoredProtection } from '../../settings/protection/StoredProtection';
import type { BranchRules } from './BranchRules';

/** What the protection of a branch asks of a pull request. */
export function rulesOfProtection(protection: StoredProtection): BranchRules {
  const {
    required_status_checks: checks,
    required_pull_request_reviews: reviews,
  } = protection;
  return {
    pullRequest: reviews !== null,
    approvals: reviews?.required_approving_review_count ?? 0,
    codeOwners: reviews?.require_code_owner_reviews ?? false,
    dismissStaleReviews: reviews?.dismiss_stale_reviews ?? false,
    checks: (checks?.checks ?? []).map(({ context, app_id: appId }) => ({
      context,
      appId,
    })),
    upToDate: checks?.strict ?? false,
    linearHistory: protection.required_linear_history,
    locked: protection.lock_branch,
    methods: null,
  };
}
