import type { Repository } from '../../core/state';
import { readProtection } from '../../settings/protection/readProtection';
import type { StoredProtection } from '../../settings/protection/StoredProtection';
import { matchesPattern } from './matchesPattern';

/**
 * The protection of a branch, by its name or else by the first pattern that fits. Undefined: it has none (a ruleset may still hold). Pushes,
 * edits over REST, merges and what is shown all ask here.
 */
export function branchProtectionOf(options: {
  repository: Repository;
  branch: string;
}): StoredProtection | undefined {
  const { branchProtection } = options.repository;
  const { branch } = options;
  const name =
    branch in branchProtection
      ? branch
      : Object.keys(branchProtection).find(pattern =>
          matchesPattern({ pattern, name: branch }),
        );
  return name === undefined
    ? undefined
    : readProtection(branchProtection[name]);
}
