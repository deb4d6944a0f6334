import type { PermissionLevel } from '@callboard/plugin-connections-common';
import { includesLevel, permissionName } from '@callboard/plugin-github-node';

/** What an App asks for by now and an account has not accepted: `Pages: write`, in alphabetical order. */
export function pendingPermissions(options: {
  wanted: Record<string, string>;
  granted: Record<string, string>;
  accountType: string;
}): string[] {
  const { wanted, granted, accountType } = options;
  return Object.entries(wanted)
    .map(([permission, level]) => ({
      ...permissionName(permission),
      permission,
      level: level as PermissionLevel,
    }))
    .filter(({ scope }) =>
      // Permissions on accounts are each person's to give.
      scope === 'organization'
        ? accountType !== 'User'
        : scope === 'repository',
    )
    .filter(
      ({ permission, level }) =>
        !includesLevel({
          granted: granted[permission] as PermissionLevel | undefined,
          needed: level,
        }),
    )
    .map(({ title, level }) => `${title}: ${level}`)
    .sort();
}
