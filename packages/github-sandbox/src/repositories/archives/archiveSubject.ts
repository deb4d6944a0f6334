import type { Repository } from '../../core/state';

/** What the token in an archive's address opens. */
export function archiveSubject(options: {
  repository: Repository;
  ref: string;
}): string {
  return `archive ${options.repository.id} ${options.ref}`;
}
