import type { Sandbox } from '../core/Sandbox';
import type { CheckRun, Repository } from '../core/state';

/** The check runs of a commit, newest first; of several with one name in a suite, the newest. That is GitHub's `filter=latest`. */
export function latestCheckRuns(options: {
  sandbox: Sandbox;
  repository: Repository;
  sha: string;
}): CheckRun[] {
  const { sandbox, repository, sha } = options;
  const latest = new Map<string, CheckRun>();
  for (const run of sandbox.state.checkRuns.by(
    'commit',
    `${repository.id}:${sha}`,
  )) {
    latest.set(`${run.suiteId}/${run.name}`, run);
  }
  return [...latest.values()].sort((a, b) => b.id - a.id);
}
