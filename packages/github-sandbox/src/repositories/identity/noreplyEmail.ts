import type { User } from '../../core/state';

/** The address that stands for an account whose email is not known: `12+mara@users.noreply.github.com`. */
export function noreplyEmail(user: Pick<User, 'id' | 'login'>): string {
  return `${user.id}+${user.login}@users.noreply.github.com`;
}
