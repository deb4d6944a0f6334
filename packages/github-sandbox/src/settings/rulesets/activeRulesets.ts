import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { matchesPattern } from '../../repositories/protection/matchesPattern';
import type { Ruleset } from './Ruleset';
import { rulesetsFor, type SourcedRuleset } from './rulesetsFor';

/** The rulesets that hold for a branch or tag: active, of the repository or its organisation, and about this ref. Pushes, edits, merges and `GET .../rules/branches/{branch}` all ask here. */
export function activeRulesets(options: {
  sandbox: Sandbox;
  repository: Repository;
  /** `refs/heads/main` */
  ref: string;
}): SourcedRuleset[] {
  const { repository, ref } = options;
  return rulesetsFor(options).filter(
    ({ ruleset }) =>
      ruleset.enforcement === 'active' &&
      isAboutRef({ ruleset, repository, ref }),
  );
}

function isAboutRef(options: {
  ruleset: Ruleset;
  repository: Repository;
  ref: string;
}): boolean {
  const { ruleset, repository, ref } = options;
  // Rulesets about pushes are about all refs.
  if (ruleset.target === 'push') return true;
  const kind = /^refs\/(heads|tags)\//.exec(ref)?.[1];
  const target = kind && { heads: 'branch', tags: 'tag' }[kind];
  const { include = [], exclude = [] } = ruleset.conditions?.ref_name ?? {};
  const fits = (pattern: string) =>
    pattern === '~ALL' ||
    (pattern === '~DEFAULT_BRANCH'
      ? ref === `refs/heads/${repository.defaultBranch}`
      : matchesPattern({ pattern, name: ref }));
  return ruleset.target === target && include.some(fits) && !exclude.some(fits);
}
