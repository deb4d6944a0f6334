import type { Sandbox } from '../core/Sandbox';
import type { Repository } from '../core/state';
import type { GitRepository } from '../git';

/** The git repository behind a repository. */
export function openGit(options: {
  sandbox: Sandbox;
  repository: Repository;
}): Promise<GitRepository> {
  return options.sandbox.git.open({ id: String(options.repository.id) });
}
