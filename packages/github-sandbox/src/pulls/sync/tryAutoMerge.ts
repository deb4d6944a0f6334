import type { SandboxEvent } from '../../core/events/SandboxEvent';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { mergeabilityOf } from '../merge/mergeabilityOf';
import { mergePull } from '../merge/mergePull';
import { isPullRequest } from '../PullRequest';

/** The events after which a pull request may have become ready to be merged. */
const NAMES = new Set([
  'check_run',
  'status',
  'pull_request_review',
  'pull_request',
]);

/** The repository in which an event may let pull requests be merged. */
export function repositoryToTry(event: SandboxEvent): Repository | undefined {
  return NAMES.has(event.name) && 'repository' in event
    ? event.repository
    : undefined;
}

/** Merges the pull requests of a repository that wait for it and whose rules are kept now, on behalf of whoever asked for it. */
export async function tryAutoMerge(options: {
  sandbox: Sandbox;
  repository: Repository;
}): Promise<void> {
  const { sandbox, repository } = options;
  const waiting = sandbox.state.issues
    .by('repository', repository.id)
    .filter(isPullRequest)
    .filter(({ state, pull }) => state === 'open' && pull.autoMerge);
  for (const issue of waiting) {
    const { autoMerge } = issue.pull;
    const actor = autoMerge && sandbox.state.users.get(autoMerge.enabledById);
    const { state } = await mergeabilityOf({ sandbox, repository, issue });
    if (!actor || (state !== 'clean' && state !== 'unstable')) continue;
    await mergePull({
      sandbox,
      repository,
      issue,
      actor,
      method: autoMerge.method,
      commitTitle: autoMerge.commitTitle ?? undefined,
      commitMessage: autoMerge.commitMessage ?? undefined,
    });
  }
}
