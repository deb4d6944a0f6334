import type { PermissionLevel } from '@callboard/plugin-connections-common';

const ORDER: PermissionLevel[] = ['read', 'write', 'admin'];

/** Whether a level that was granted includes one that is needed: who may write may read. */
export function includesLevel(options: {
  granted: PermissionLevel | undefined;
  needed: PermissionLevel | undefined;
}): boolean {
  const { granted, needed } = options;
  return rank(granted) >= rank(needed);
}

/** The highest of some levels; undefined for none. */
export function highestLevel(
  levels: PermissionLevel[],
): PermissionLevel | undefined {
  return [...levels].sort((a, b) => rank(b) - rank(a))[0];
}

function rank(level: PermissionLevel | undefined): number {
  return level ? ORDER.indexOf(level) : -1;
}
