import type { RepositoryPermission } from '../../../core/state';

const NAMES: Record<RepositoryPermission, string> = {
  pull: 'READ',
  triage: 'TRIAGE',
  push: 'WRITE',
  maintain: 'MAINTAIN',
  admin: 'ADMIN',
};

/** The schema's name of a role in a repository: `push` is `WRITE`. */
export function repositoryRole(permission: RepositoryPermission): string {
  return NAMES[permission];
}
