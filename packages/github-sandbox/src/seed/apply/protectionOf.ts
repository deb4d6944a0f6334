import type { SeedProtection } from '../SeedRepository';

/** Protection of branches, as `PUT /repos/{owner}/{repo}/branches/{branch}/protection` takes it. https://docs.github.com/en/rest/branches/branch-protection#update-branch-protection */
export function protectionOf(options: {
  protection: Record<string, SeedProtection>;
}): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(options.protection).map(([branch, rule]) => [
      branch,
      {
        required_status_checks: rule.checks
          ? {
              strict: false,
              contexts: rule.checks,
              checks: rule.checks.map(context => ({ context, app_id: null })),
            }
          : null,
        enforce_admins: rule.enforceAdmins ?? false,
        required_pull_request_reviews:
          rule.approvals === undefined && !rule.codeOwners
            ? null
            : {
                dismiss_stale_reviews: false,
                require_code_owner_reviews: rule.codeOwners ?? false,
                required_approving_review_count: rule.approvals ?? 1,
                require_last_push_approval: false,
              },
        restrictions: null,
        required_linear_history: false,
        allow_force_pushes: false,
        allow_deletions: false,
        required_conversation_resolution: false,
      },
    ]),
  );
}
