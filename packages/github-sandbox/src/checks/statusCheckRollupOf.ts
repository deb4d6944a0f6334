import type { Sandbox } from '../core/Sandbox';
import type { CheckRun, CommitStatus, Repository } from '../core/state';
import { latestCheckRuns } from './latestCheckRuns';
import { latestStatuses } from './latestStatuses';
import type { StatusState } from './StatusState';

/** One check run or status of a commit. */
export type RollupContext =
  | { kind: 'checkRun'; name: string; state: StatusState; checkRun: CheckRun }
  | {
      kind: 'status';
      name: string;
      state: StatusState;
      status: CommitStatus;
    };

/** What all checks and statuses of a commit come to. */
export interface StatusCheckRollup {
  state: StatusState;
  contexts: RollupContext[];
}

/** The rollup of a commit; undefined where it has neither checks nor statuses, as in GraphQL. */
export function statusCheckRollupOf(options: {
  sandbox: Sandbox;
  repository: Repository;
  sha: string;
}): StatusCheckRollup | undefined {
  const contexts: RollupContext[] = [
    ...latestCheckRuns(options).map(checkRun => ({
      kind: 'checkRun' as const,
      name: checkRun.name,
      state: stateOfRun(checkRun),
      checkRun,
    })),
    ...latestStatuses(options).map(status => ({
      kind: 'status' as const,
      name: status.context,
      state: status.state.toUpperCase() as StatusState,
      status,
    })),
  ];
  if (contexts.length === 0) return undefined;
  const order: StatusState[] = ['ERROR', 'FAILURE', 'PENDING', 'SUCCESS'];
  const state =
    order.find(candidate => contexts.some(one => one.state === candidate)) ??
    'SUCCESS';
  return { state: state === 'ERROR' ? 'FAILURE' : state, contexts };
}

/** Skipped and neutral runs are good. https://docs.github.com/pull-requests/collaborating-with-pull-requests/collaborating-on-repositories-with-code-quality-features/about-status-checks */
function stateOfRun({ status, conclusion }: CheckRun): StatusState {
  if (status !== 'completed') return 'PENDING';
  return conclusion === 'success' ||
    conclusion === 'neutral' ||
    conclusion === 'skipped'
    ? 'SUCCESS'
    : 'FAILURE';
}
