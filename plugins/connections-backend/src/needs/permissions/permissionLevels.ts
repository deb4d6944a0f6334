import type { PermissionLevel } from '@callboard/plugin-connections-common';

const ORDER: PermissionLevel[] = ['read', 'write', 'admin'];

/** The highest of some levels; undefined for none. */
export function highestLevel(
  levels: PermissionLevel[],
): PermissionLevel | undefined {
  return [...levels].sort((a, b) => rank(b) - rank(a))[0];
}

function rank(level: PermissionLevel | undefined): number {
  return level ? ORDER.indexOf(level) : -1;
}
