/** How much of a permission: who may administer may write, and who may write may read. */
export type PermissionLevel = 'read' | 'write' | 'admin';

const ORDER: PermissionLevel[] = ['read', 'write', 'admin'];

/** Whether a level that was granted includes one that is needed: who may write may read. */
export function includesLevel(options: {
  granted: PermissionLevel | undefined;
  needed: PermissionLevel | undefined;
}): boolean {
  const { granted, needed } = options;
  return rank(granted) >= rank(needed);
}

function rank(level: PermissionLevel | undefined): number {
  return level ? ORDER.indexOf(level) : -1;
}
