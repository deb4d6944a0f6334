import type { FeatureNeed } from '../FeatureNeed';
import { coversScope, servesScope } from './scopeTree';

/**
 * Not needed by a feature, but by the facts themselves: they look up which organisations a token was not authorised for.
 * https://docs.github.com/rest/orgs/orgs#list-organizations-for-the-authenticated-user
 */
const USED_BY_FACTS = ['read:org'];

/** The scopes of a classic token against the least that features need. All lists are in alphabetical order. */
export function compareScopes(options: {
  /** Undefined: not told, so nothing is missing or needless. */
  granted?: string[];
  features: Pick<FeatureNeed, 'scopes'>[];
}): { needed: string[]; missing: string[]; needless: string[] } {
  const { granted, features } = options;
  const all = [...new Set(features.flatMap(({ scopes }) => scopes))];
  const needed = all
    .filter(
      other =>
        !all.some(scope => scope !== other && coversScope({ scope, other })),
    )
    .sort();
  if (!granted) return { needed, missing: [], needless: [] };
  return {
    needed,
    missing: needed.filter(scope => !servesScope({ granted, needed: scope })),
    needless: granted
      .filter(scope => !isOfUse({ scope, needed }))
      .sort((a, b) => a.localeCompare(b, 'en')),
  };
}

/** Whether a scope gives no more than what is needed: it is part of a needed one, or serves in its place. */
function isOfUse(options: { scope: string; needed: string[] }): boolean {
  const { scope, needed } = options;
  return [...needed, ...USED_BY_FACTS].some(
    one =>
      coversScope({ scope: one, other: scope }) ||
      (servesScope({ granted: [scope], needed: one }) &&
        !coversScope({ scope, other: one })),
  );
}
