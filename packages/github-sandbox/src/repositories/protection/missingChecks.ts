import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';

/** Those of the required contexts that have no success at a commit, as a status or as a check run. */
export function missingChecks(options: {
  sandbox: Sandbox;
  repository: Repository;
  sha: string;
  contexts: string[];
}): string[] {
  const { sandbox, repository, sha, contexts } = options;
  const key = `${repository.id}:${sha}`;
  const statuses = sandbox.state.statuses.by('commit', key);
  const runs = sandbox.state.checkRuns.by('commit', key);
  return contexts.filter(name => {
    const status = statuses.findLast(({ context }) => context === name);
    const run = runs.findLast(candidate => candidate.name === name);
    return (
      status?.state !== 'success' &&
      !['success', 'neutral', 'skipped'].includes(run?.conclusion ?? '')
    );
  });
}

/** How GitHub says which checks are missing. */
export function missingChecksText(missing: string[]): string {
  return missing.length === 1
    ? `Required status check "${missing[0]}" is expected.`
    : `${missing.length} of ${missing.length} required status checks are expected.`;
}
