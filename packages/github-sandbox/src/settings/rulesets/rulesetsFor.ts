import type { Sandbox } from '../../core/Sandbox';
import type { Organisation, Repository } from '../../core/state';
import { matchesPattern } from '../../repositories/protection/matchesPattern';
import type { Conditions, Ruleset } from './Ruleset';

/** A ruleset with where it is from. */
export interface SourcedRuleset {
  ruleset: Ruleset;
  /** Undefined: the repository itself. */
  organisation: Organisation | undefined;
}

/** The rulesets of a repository and those of its organisation that are about it, whether they are active or not. */
export function rulesetsFor(options: {
  sandbox: Sandbox;
  repository: Repository;
  /** Whether those of the organisation are wanted; left out: yes. */
  parents?: boolean;
}): SourcedRuleset[] {
  const { sandbox, repository, parents = true } = options;
  const organisation = sandbox.state.organisations.get(repository.ownerId);
  const above = (parents ? organisation?.rulesets ?? [] : []) as Ruleset[];
  return [
    ...(repository.rulesets as Ruleset[]).map(ruleset => ({
      ruleset,
      organisation: undefined,
    })),
    ...above
      .filter(({ conditions }) => isAboutRepository(conditions, repository))
      .map(ruleset => ({ ruleset, organisation })),
  ];
}

function isAboutRepository(
  conditions: Conditions | null,
  repository: Repository,
): boolean {
  const { repository_name: names, repository_id: ids } = conditions ?? {};
  if (ids && !ids.repository_ids.includes(repository.id)) return false;
  if (!names) return true;
  const fits = (pattern: string) =>
    pattern === '~ALL' || matchesPattern({ pattern, name: repository.name });
  return names.include.some(fits) && !names.exclude.some(fits);
}
