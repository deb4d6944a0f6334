import type { RepositoryPermission } from '../../core/state';

/** GitHub's names of roles where it speaks of collaborators. */
export const ROLE_NAMES: Record<RepositoryPermission, string> = {
  pull: 'read',
  triage: 'triage',
  push: 'write',
  maintain: 'maintain',
  admin: 'admin',
};

/** The older, coarser word for a role: `admin`, `write`, `read` or `none`. */
export function legacyPermission(
  role: RepositoryPermission | undefined,
): 'admin' | 'write' | 'read' | 'none' {
  switch (role) {
    case 'admin':
      return 'admin';
    case 'maintain':
    case 'push':
      return 'write';
    case 'triage':
    case 'pull':
      return 'read';
    default:
      return 'none';
  }
}
