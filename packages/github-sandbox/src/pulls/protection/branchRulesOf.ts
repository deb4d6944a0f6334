import { includesRole, roleOf } from '../../access';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, User } from '../../core/state';
import { branchProtectionOf } from '../../repositories/protection/branchProtectionOf';
import { activeRulesets } from '../../settings/rulesets/activeRulesets';
import { mayBypass } from '../../settings/rulesets/mayBypass';
import type { BranchRules } from './BranchRules';
import { rulesOfProtection } from './rulesOfProtection';
import { rulesOfRuleset } from './rulesOfRuleset';

const NONE: BranchRules = {
  pullRequest: false,
  approvals: 0,
  codeOwners: false,
  dismissStaleReviews: false,
  checks: [],
  upToDate: false,
  linearHistory: false,
  locked: false,
  methods: null,
};

/** The rules of a branch. Of several that apply, the strictest holds. https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/about-rulesets#about-rule-layering */
export function branchRulesOf(options: {
  sandbox: Sandbox;
  repository: Repository;
  branch: string;
  /** Only the rules that bind this person, who is merging: administrators and those who may bypass a ruleset pass some. */
  mergedBy?: User;
}): BranchRules {
  const { branch } = options;
  const protection = branchProtectionOf(options);
  const binds = protection?.enforce_admins || !isAdmin(options);
  const sources = [
    ...(protection && binds ? [rulesOfProtection(protection)] : []),
    ...activeRulesets({ ...options, ref: `refs/heads/${branch}` })
      .filter(({ ruleset }) => !isBypassed({ ...options, ruleset }))
      .map(({ ruleset }) => rulesOfRuleset(ruleset)),
  ];
  return sources.reduce<BranchRules>(
    (all, one) => ({
      pullRequest: all.pullRequest || one.pullRequest,
      approvals: Math.max(all.approvals, one.approvals),
      codeOwners: all.codeOwners || one.codeOwners,
      dismissStaleReviews: all.dismissStaleReviews || one.dismissStaleReviews,
      checks: [...all.checks, ...one.checks],
      upToDate: all.upToDate || one.upToDate,
      linearHistory: all.linearHistory || one.linearHistory,
      locked: all.locked || one.locked,
      methods: one.methods ?? all.methods,
    }),
    NONE,
  );
}

type Question = { sandbox: Sandbox; repository: Repository; mergedBy?: User };

function isAdmin({ sandbox, repository, mergedBy: user }: Question): boolean {
  return (
    user !== undefined &&
    includesRole({
      role: roleOf({ sandbox, user, repository }),
      needed: 'admin',
    })
  );
}

function isBypassed(
  options: Question & Pick<Parameters<typeof mayBypass>[0], 'ruleset'>,
): boolean {
  const { mergedBy: user } = options;
  return user !== undefined && mayBypass({ ...options, user, by: 'merge' });
}
