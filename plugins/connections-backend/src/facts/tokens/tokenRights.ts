import type { TokenFacts } from '@callboard/plugin-connections-common';
import type { FeatureNeed } from '../../needs/FeatureNeed';
import { comparePermissions } from '../../needs/permissions/comparePermissions';
import { compareScopes } from '../../needs/scopes/compareScopes';

type Rights = Pick<
  TokenFacts,
  'scopes' | 'scopesNeeded' | 'scopesMissing' | 'scopesNeedless'
>;

/**
 * What a token may do against what features need: scopes of a classic one. GitHub tells nobody the permissions of a fine-grained one, so
 * that only those it needs are named.
 */
export function tokenRights(options: {
  kind: TokenFacts['kind'];
  /** Undefined where GitHub does not tell. */
  scopes: string[] | undefined;
  features: FeatureNeed[];
}): Rights {
  const { kind, scopes: granted, features } = options;
  if (kind === 'fine-grained' || kind === 'server') {
    return {
      scopesNeeded: comparePermissions({ granted: {}, features })
        .rows.filter(({ scope }) => scope !== 'account')
        .map(({ title, needed }) => `${title}: ${needed}`),
      scopesMissing: [],
      scopesNeedless: [],
    };
  }
  const { needed, missing, needless } = compareScopes({ granted, features });
  return {
    scopes: granted,
    scopesNeeded: needed,
    scopesMissing: missing,
    scopesNeedless: needless,
  };
}
