import { emitIssueChange } from '../../issues/events/emitIssueChange';
import { recordIssueEvent } from '../../issues/events/recordIssueEvent';
import { mergeabilityOf } from '../merge/mergeabilityOf';
import { methodProblem } from '../merge/methodProblem';
import type { PullChange } from '../PullChange';

const EVENTS = {
  merge: 'auto_merge_enabled',
  squash: 'auto_squash_enabled',
  rebase: 'auto_rebase_enabled',
};

export type EnableAutoMergeOutcome =
  | { outcome: 'enabled' }
  /** GitHub's sentence. */
  | { outcome: 'refused'; message: string };

/** Merges a pull request as soon as its base branch's rules let it. https://docs.github.com/graphql/reference/mutations#enablepullrequestautomerge */
export async function enableAutoMerge(
  options: PullChange & {
    method?: 'merge' | 'squash' | 'rebase';
    commitTitle?: string;
    commitMessage?: string;
  },
): Promise<EnableAutoMergeOutcome> {
  const { sandbox, repository, issue, actor, method = 'merge' } = options;
  const no = (message: string): EnableAutoMergeOutcome => ({
    outcome: 'refused',
    message,
  });
  if (!repository.merging.allowAutoMerge) {
    return no('Auto merge is not allowed for this repository');
  }
  if (issue.state === 'closed') return no('Pull request is closed');
  const problem = methodProblem({ sandbox, repository, issue, method });
  if (problem) return no(problem);
  const { state } = await mergeabilityOf(options);
  if (state === 'clean' || state === 'unstable') {
    return no(`Pull request is in ${state} status`);
  }
  issue.pull.autoMerge = {
    enabledById: actor.id,
    method,
    commitTitle: options.commitTitle ?? null,
    commitMessage: options.commitMessage ?? null,
  };
  recordIssueEvent({ ...options, event: EVENTS[method] });
  emitIssueChange({ ...options, action: 'auto_merge_enabled' });
  return { outcome: 'enabled' };
}

/** Undoes `enableAutoMerge`; false where it was not on. */
export function disableAutoMerge(
  options: PullChange & { reason?: string },
): boolean {
  const { issue, reason } = options;
  if (!issue.pull.autoMerge) return false;
  issue.pull.autoMerge = null;
  recordIssueEvent({ ...options, event: 'auto_merge_disabled' });
  emitIssueChange({
    ...options,
    action: 'auto_merge_disabled',
    extra: { reason: reason ?? 'Manually disabled by user' },
  });
  return true;
}
