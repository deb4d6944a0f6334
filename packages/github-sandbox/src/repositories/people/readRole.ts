import type { RepositoryPermission } from '../../core/state';
import { validationFailed } from '../../http/GitHubError';

const ROLES: Record<string, RepositoryPermission> = {
  pull: 'pull',
  read: 'pull',
  triage: 'triage',
  push: 'push',
  write: 'push',
  maintain: 'maintain',
  admin: 'admin',
};

/** A role as a caller names it, `push` where nothing is said. Throws 422 for a word that is none. */
export function readRole(value: unknown): RepositoryPermission {
  if (value === undefined || value === null) return 'push';
  const role = ROLES[String(value)];
  if (role) return role;
  throw validationFailed({
    errors: [{ resource: 'Repository', field: 'permission', code: 'invalid' }],
  });
}
