import type { Repository } from '../../core/state';
import { branchProtectionOf } from './branchProtectionOf';

/** Whether GitHub shows a branch as protected. */
export function isProtected(options: {
  repository: Repository;
  branch: string;
}): boolean {
  return branchProtectionOf(options) !== undefined;
}
