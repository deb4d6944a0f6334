import { describeRequest } from '../../calls/GithubCall';
import type { RepositoryTarget } from '../../calls/RepositoryTarget';
import { DEFAULT_BRANCH, type PushInput } from '../PushInput';
import type { PublishStep } from '../PublishStep';

/** GitHub says so of private repositories of free plans. */
const NEEDS_PLAN =
  'Upgrade to GitHub Pro or make this repository public to enable this feature';

/** How the default branch is protected, with stock's defaults. As in stock, a failure is a warning. */
export function protectionSteps(options: {
  target: RepositoryTarget;
  input: PushInput;
}): PublishStep[] {
  const { target, input } = options;
  const { owner, repo } = target;
  const {
    protectDefaultBranch = true,
    defaultBranch: branch = DEFAULT_BRANCH,
  } = input;
  if (!protectDefaultBranch) return [];
  const skip = (message: string) =>
    message.includes(NEEDS_PLAN)
      ? 'Branch protection was not enabled as it requires GitHub Pro for private repositories'
      : `Skipping: default branch protection on '${repo}', ${message}`;
  const steps: PublishStep[] = [
    {
      key: 'repo.protect',
      call: describeRequest(
        'PUT /repos/{owner}/{repo}/branches/{branch}/protection',
        { owner, repo, branch, ...protectionOf(input) },
      ),
      skip,
    },
  ];
  if (input.requiredCommitSigning) {
    steps.push({
      key: 'repo.protect.signatures',
      call: describeRequest(
        'POST /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures',
        { owner, repo, branch },
      ),
      skip,
    });
  }
  return steps;
}

function protectionOf(input: PushInput): Record<string, unknown> {
  return {
    required_status_checks: {
      strict: input.requireBranchesToBeUpToDate ?? true,
      contexts: input.requiredStatusCheckContexts ?? [],
    },
    restrictions: input.restrictions ?? null,
    enforce_admins: input.protectEnforceAdmins ?? true,
    required_pull_request_reviews: {
      required_approving_review_count: input.requiredApprovingReviewCount ?? 1,
      require_code_owner_reviews: input.requireCodeOwnerReviews ?? false,
      bypass_pull_request_allowances: input.bypassPullRequestAllowances,
      dismiss_stale_reviews: input.dismissStaleReviews ?? false,
      require_last_push_approval: input.requireLastPushApproval ?? false,
    },
    required_conversation_resolution:
      input.requiredConversationResolution ?? false,
    required_linear_history: input.requiredLinearHistory ?? false,
    block_creations: input.blockCreations ?? false,
  };
}
