import { activeRulesets } from '../../settings/rulesets/activeRulesets';
import { mayBypass } from '../../settings/rulesets/mayBypass';
import type { Ruleset } from '../../settings/rulesets/Ruleset';
import { CONTENT_RULES, contentReason, patternReason } from './contentReason';
import { missingChecks, missingChecksText } from './missingChecks';
import { readPushed } from './readPushed';
import type { RefUpdate } from './RefUpdate';

type Rule = Ruleset['rules'][number];

/**
 * Why active rulesets, of the repository or its organisation, forbid a move; empty: they do not. Merging a pull request (`by: 'merge'`) has
 * its own way with reviews and checks. https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/available-rules-for-rulesets
 */
export async function rulesetReasons(
  update: RefUpdate & { by?: 'push' | 'merge' },
): Promise<string[]> {
  const { git, change, sender, by = 'push' } = update;
  const rules = activeRulesets({ ...update, ref: change.ref })
    .filter(
      ({ ruleset }) => !mayBypass({ ...update, ruleset, user: sender, by }),
    )
    .flatMap(({ ruleset }) => ruleset.rules);
  // What is pushed is read only where a rule is about it.
  const pushed = rules.some(({ type }) => CONTENT_RULES.has(type))
    ? await readPushed({ git, change })
    : { commits: [], files: [] };
  const reasons = rules.flatMap(
    rule =>
      refReason(update, rule) ??
      (by === 'push' ? pushReason(update, rule) : undefined) ??
      contentReason({ rule, pushed }) ??
      [],
  );
  return [...new Set(reasons)];
}

/** Of rules about the ref itself. */
function refReason({ change }: RefUpdate, rule: Rule): string | undefined {
  const { ref, before, after, forced } = change;
  const isNew = !before;
  switch (rule.type) {
    case 'creation':
      return isNew
        ? 'Cannot create ref due to creations being restricted.'
        : undefined;
    case 'update':
      return before && after ? 'Cannot update this protected ref.' : undefined;
    case 'deletion':
      return after ? undefined : 'Cannot delete this branch';
    case 'non_fast_forward':
      return forced ? 'Cannot force-push to this branch' : undefined;
    case 'branch_name_pattern':
    case 'tag_name_pattern': {
      const isBranch = rule.type === 'branch_name_pattern';
      const prefix = isBranch ? 'refs/heads/' : 'refs/tags/';
      return isNew && ref.startsWith(prefix)
        ? patternReason({
            rule,
            what: isBranch ? 'Branch name' : 'Tag name',
            values: [ref.slice(prefix.length)],
          })
        : undefined;
    }
    default:
      return undefined;
  }
}

/** Of rules that a merge of a pull request keeps to in another way. */
function pushReason(
  { sandbox, repository, change }: RefUpdate,
  rule: Rule,
): string | undefined {
  const { before, after } = change;
  if (!before || !after) return undefined;
  switch (rule.type) {
    case 'pull_request':
      return 'Changes must be made through a pull request.';
    case 'required_status_checks': {
      const wanted = (rule.parameters?.required_status_checks ?? []) as Array<{
        context: string;
      }>;
      const missing = missingChecks({
        sandbox,
        repository,
        sha: after,
        contexts: wanted.map(({ context }) => context),
      });
      return missing.length > 0 ? missingChecksText(missing) : undefined;
    }
    default:
      return undefined;
  }
}
