import type { Ruleset } from '../../settings/rulesets/Ruleset';
import type { BranchRules } from './BranchRules';

/** What a ruleset asks of a pull request. https://docs.github.com/rest/repos/rules */
export function rulesOfRuleset(ruleset: Ruleset): BranchRules {
  const parametersOf = (type: string): Record<string, any> | undefined => {
    const rule = ruleset.rules.find(candidate => candidate.type === type);
    return rule && (rule.parameters ?? {});
  };
  const pull = parametersOf('pull_request');
  const checks = parametersOf('required_status_checks');
  return {
    pullRequest: pull !== undefined,
    approvals: pull?.required_approving_review_count ?? 0,
    codeOwners: pull?.require_code_owner_review ?? false,
    dismissStaleReviews: pull?.dismiss_stale_reviews_on_push ?? false,
    methods: pull?.allowed_merge_methods ?? null,
    checks: (checks?.required_status_checks ?? []).map(
      (check: { context: string; integration_id?: number | null }) => ({
        context: check.context,
        appId: check.integration_id ?? null,
      }),
    ),
    upToDate: checks?.strict_required_status_checks_policy ?? false,
    linearHistory: parametersOf('required_linear_history') !== undefined,
    locked: false,
  };
}
