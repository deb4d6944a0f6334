import type { PermissionLevel } from '@callboard/plugin-connections-common';
import type { FeatureNeed } from '../needs/FeatureNeed';
import { highestLevel } from '../needs/permissions/permissionLevels';

/** What an App needs for some features: each permission once, with the highest level asked for. */
export interface NeededByFeatures {
  permissions: {
    permission: string;
    level: PermissionLevel;
    /** Titles of features. */
    neededBy: string[];
  }[];
  /** GitHub's names of webhook events. */
  events: string[];
}

/** Sums up what features need. A level includes those below it. */
export function neededByFeatures(features: FeatureNeed[]): NeededByFeatures {
  const found = new Map<
    string,
    { level: PermissionLevel; neededBy: Set<string> }
  >();
  for (const feature of features) {
    for (const { permission, level } of feature.permissions) {
      const known = found.get(permission) ?? { level, neededBy: new Set() };
      found.set(permission, {
        level: highestLevel([known.level, level])!,
        neededBy: known.neededBy.add(feature.title),
      });
    }
  }
  return {
    permissions: [...found]
      .map(([permission, { level, neededBy }]) => ({
        permission,
        level,
        neededBy: [...neededBy],
      }))
      .sort((a, b) => (a.permission < b.permission ? -1 : 1)),
    events: [...new Set(features.flatMap(({ events }) => events))].sort(),
  };
}
