import { includesLevel } from '@callboard/plugin-github-node';
import type { FeatureNeed } from '../../needs/FeatureNeed';
import type { Ability } from './Ability';

/** Whether something that is switched on needs an ability: some feature for each of its permissions. */
export function isNeeded(options: {
  ability: Ability;
  features: FeatureNeed[];
}): boolean {
  const { ability, features } = options;
  const needs = features.flatMap(({ permissions }) => permissions);
  return ability.permissions.every(({ permission, level }) =>
    needs.some(
      need =>
        need.permission === permission &&
        includesLevel({ granted: need.level, needed: level }),
    ),
  );
}
