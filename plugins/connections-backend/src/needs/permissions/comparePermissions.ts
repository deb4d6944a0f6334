import type {
  PermissionComparison,
  PermissionLevel,
  PermissionRow,
} from '@callboard/plugin-connections-common';
import { includesLevel, permissionName } from '@callboard/plugin-github-node';
import type { FeatureNeed } from '../FeatureNeed';
import { highestLevel } from './permissionLevels';

type Need = PermissionRow['neededBy'][number];

/** GitHub has two names for one permission. */
const ALIASES: Record<string, string> = { emails: 'email_addresses' };

/**
 * What an App was granted against what features need. `missing` and `needless` are in GitHub's words, `Administration: write`; where two
 * permissions have the same name, that of the organisation says so. `metadata: read` comes with every App and is never needless.
 */
export function comparePermissions(options: {
  granted: Record<string, string | undefined>;
  features: FeatureNeed[];
  /**
   * Where `granted` is what one account gave: its type. An account of a person has no permissions of an organisation to give, and those on
   * accounts are each person's to give at sign-in.
   */
  accountType?: string;
}): PermissionComparison {
  const { features, accountType } = options;
  const granted = Object.fromEntries(
    Object.entries(options.granted).map(([permission, level]) => [
      ALIASES[permission] ?? permission,
      level,
    ]),
  );
  const needs = new Map<string, Need[]>();
  for (const { title, permissions, optional } of features) {
    for (const { permission, scope, level, route } of permissions) {
      if (scope === 'organization' && accountType === 'User') continue;
      if (scope === 'account' && accountType && !granted[permission]) continue;
      const own = needs.get(permission) ?? [];
      needs.set(permission, [
        ...own,
        { feature: title, level, route, ...(optional && { optional }) },
      ]);
    }
  }
  const rows = [...new Set([...Object.keys(granted), ...needs.keys()])]
    .map(permission =>
      rowOf({
        permission,
        granted: granted[permission] as PermissionLevel | undefined,
        neededBy: needs.get(permission) ?? [],
      }),
    )
    .filter(row => row.granted !== undefined || row.needed !== undefined)
    .sort(byPlace);
  return {
    rows,
    missing: rows
      .filter(({ verdict }) => verdict === 'missing')
      .map(row => `${nameOf(row)}: ${row.needed}`),
    needless: rows
      .filter(({ verdict }) => verdict === 'needless')
      .map(
        row =>
          `${nameOf(row)}: ${row.granted}${
            row.needed ? ` (${row.needed} is enough)` : ''
          }`,
      ),
  };
}

function rowOf(options: {
  permission: string;
  granted: PermissionLevel | undefined;
  neededBy: Need[];
}): PermissionRow {
  const { permission, granted, neededBy } = options;
  const needed = highestLevel(neededBy.map(({ level }) => level));
  return {
    permission,
    ...permissionName(permission),
    granted,
    needed,
    neededBy,
    verdict: verdictOf({ permission, granted, needed }),
  };
}

function verdictOf(options: {
  permission: string;
  granted: PermissionLevel | undefined;
  needed: PermissionLevel | undefined;
}): PermissionRow['verdict'] {
  const { permission, granted, needed } = options;
  // Every App has it, whether it shows in the answer or not.
  const least = permission === 'metadata' ? 'read' : undefined;
  if (!includesLevel({ granted: granted ?? least, needed })) return 'missing';
  return includesLevel({ granted: needed ?? least, needed: granted })
    ? 'ok'
    : 'needless';
}

const SCOPES = ['repository', 'organization', 'account'];

function byPlace(a: PermissionRow, b: PermissionRow): number {
  return (
    SCOPES.indexOf(a.scope) - SCOPES.indexOf(b.scope) ||
    a.title.localeCompare(b.title, 'en') ||
    a.permission.localeCompare(b.permission, 'en')
  );
}

function nameOf({ title, scope }: PermissionRow): string {
  return scope === 'organization' && title !== 'Members'
    ? `${title} of the organisation`
    : title;
}
