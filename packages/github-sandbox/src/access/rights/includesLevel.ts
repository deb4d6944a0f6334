import type { Permissions } from '../../core/state';
import type { NeededPermission } from './permissionFor';

const LEVELS = ['read', 'write', 'admin'];

/** Whether permissions include one that is needed, or one that will do instead: who may write may read. `metadata: read` is had by all. */
export function includesLevel(options: {
  granted: Permissions | 'everything';
  needed: NeededPermission;
}): boolean {
  const { granted, needed } = options;
  if (granted === 'everything') return true;
  if (needed.name === 'metadata' && needed.level === 'read') return true;
  return [needed.name, ...(needed.or ?? [])].some(
    name => LEVELS.indexOf(granted[name] ?? '') >= LEVELS.indexOf(needed.level),
  );
}
