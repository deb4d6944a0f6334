import type {
  FeatureFacts,
  PermissionLevel,
} from '@callboard/plugin-connections-common';

export interface UnionRow {
  permission: string;
  /** GitHub's words. */
  title: string;
  scope: FeatureFacts['permissions'][number]['scope'];
  level: PermissionLevel;
  /** Titles of the features that need it at any level. */
  neededBy: string[];
}

const WEIGHT: Record<PermissionLevel, number> = { read: 0, write: 1, admin: 2 };
const SCOPES = ['repository', 'organization', 'account'];

/** What the chosen features need together: of each permission the highest level. */
export function permissionUnion(
  features: FeatureFacts[],
  chosen: ReadonlySet<string>,
): UnionRow[] {
  const rows = new Map<string, UnionRow>();
  for (const { id, title, permissions } of features) {
    if (!chosen.has(id)) continue;
    for (const { permission, title: name, scope, level } of permissions) {
      const key = `${scope} ${permission}`;
      const row = rows.get(key) ?? {
        permission,
        title: name,
        scope,
        level,
        neededBy: [],
      };
      if (WEIGHT[level] > WEIGHT[row.level]) row.level = level;
      if (!row.neededBy.includes(title)) row.neededBy.push(title);
      rows.set(key, row);
    }
  }
  return [...rows.values()].sort(
    (a, b) =>
      SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope) ||
      a.title.localeCompare(b.title),
  );
}
