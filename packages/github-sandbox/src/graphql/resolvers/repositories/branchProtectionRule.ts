import { nodeId } from '../../../core/nodeId';
import type { Repository } from '../../../core/state';
import { branchProtectionOf } from '../../../repositories/protection/branchProtectionOf';
import { source } from '../../sources/source';

/** The protection of a branch (or a pattern) as the schema has it; null where there is none. */
export function branchProtectionRule(options: {
  repository: Repository;
  branch: string;
}) {
  const { repository, branch } = options;
  const protection = branchProtectionOf({ repository, branch });
  if (!protection) return null;
  const {
    required_pull_request_reviews: reviews,
    required_status_checks: checks,
  } = protection;
  return {
    __typename: 'BranchProtectionRule' as const,
    id: nodeId({
      type: 'BranchProtectionRule',
      id: `${repository.id}:${branch}`,
    }),
    databaseId: null,
    pattern: branch,
    creator: null,
    repository: source.repository(repository),
    allowsDeletions: protection.allow_deletions,
    allowsForcePushes: protection.allow_force_pushes,
    blocksCreations: protection.block_creations,
    dismissesStaleReviews: Boolean(reviews?.dismiss_stale_reviews),
    isAdminEnforced: protection.enforce_admins,
    lockAllowsFetchAndMerge: protection.allow_fork_syncing,
    lockBranch: protection.lock_branch,
    requireLastPushApproval: Boolean(reviews?.require_last_push_approval),
    requiredApprovingReviewCount:
      reviews?.required_approving_review_count ?? null,
    requiredDeploymentEnvironments: [],
    requiredStatusCheckContexts: checks?.contexts ?? [],
    requiredStatusChecks: (checks?.checks ?? []).map(({ context }) => ({
      context,
      app: null,
    })),
    requiresApprovingReviews: Boolean(reviews),
    requiresCodeOwnerReviews: Boolean(reviews?.require_code_owner_reviews),
    requiresCommitSignatures: protection.required_signatures,
    requiresConversationResolution: protection.required_conversation_resolution,
    requiresDeployments: false,
    requiresLinearHistory: protection.required_linear_history,
    requiresStatusChecks: checks !== null,
    requiresStrictStatusChecks: checks?.strict ?? false,
    restrictsPushes: protection.restrictions !== null,
    restrictsReviewDismissals: Boolean(reviews?.dismissal_restrictions),
  };
}
