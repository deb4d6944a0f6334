import type { Sandbox } from '../core/Sandbox';
import type { CommitStatus, Repository } from '../core/state';

/** The statuses of a commit, newest first; of each context, the newest. */
export function latestStatuses(options: {
  sandbox: Sandbox;
  repository: Repository;
  sha: string;
}): CommitStatus[] {
  const { sandbox, repository, sha } = options;
  const latest = new Map<string, CommitStatus>();
  for (const status of sandbox.state.statuses.by(
    'commit',
    `${repository.id}:${sha}`,
  )) {
    latest.set(status.context.toLowerCase(), status);
  }
  return [...latest.values()].sort((a, b) => b.id - a.id);
}
