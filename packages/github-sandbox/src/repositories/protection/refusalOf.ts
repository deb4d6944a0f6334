import { protectionReasons } from './protectionReasons';
import type { RefUpdate } from './RefUpdate';
import { rulesetReasons } from './rulesetReasons';

/** Why a ref may not move. `rules`: because of a ruleset, which GitHub words in another way. */
export interface Refusal {
  by: 'protection' | 'rules';
  reasons: string[];
}

/** Whether protection of the branch, or a ruleset, forbids a push or an edit. Merging a pull request has rules of its own. */
export async function refusalOf(
  update: RefUpdate,
): Promise<Refusal | undefined> {
  const reasons = await protectionReasons(update);
  if (reasons.length > 0) return { by: 'protection', reasons };
  const rules = await rulesetReasons(update);
  return rules.length > 0 ? { by: 'rules', reasons: rules } : undefined;
}
