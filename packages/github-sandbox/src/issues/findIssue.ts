import type { Sandbox } from '../core/Sandbox';
import type { Issue, Repository } from '../core/state';

/** The issue or pull request with this number. */
export function findIssue(options: {
  sandbox: Sandbox;
  repository: Repository;
  number: number | string;
}): Issue | undefined {
  const { sandbox, repository, number } = options;
  return sandbox.state.issues.first(
    'number',
    `${repository.id}#${Number(number)}`,
  );
}
