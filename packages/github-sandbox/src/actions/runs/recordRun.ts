import type { CheckConclusion, CheckState } from '../../core/state';
import { type RunScope, tell } from './RunScope';

/** Sets how a run stands while it goes on, and its check suite with it. The first job that starts is told of. */
export function recordRunStatus(options: {
  scope: RunScope;
  status: Exclude<CheckState, 'completed'>;
  at: string;
}): void {
  const { scope, status, at } = options;
  const { run, suite } = scope;
  if (run.status === status) return;
  const isStart = status === 'in_progress' && run.status !== 'waiting';
  run.status = status;
  run.updatedAt = at;
  suite.status = status;
  suite.updatedAt = at;
  if (isStart)
    tell(scope, { name: 'workflow_run', action: 'in_progress', run });
}

/** Ends a run and its check suite. */
export function recordRunEnd(options: {
  scope: RunScope;
  conclusion: CheckConclusion;
  at: string;
  /** What is wrong with the workflow file. */
  problem?: string;
}): void {
  const { scope, conclusion, at, problem } = options;
  const { run, suite } = scope;
  Object.assign(run, { status: 'completed', conclusion, updatedAt: at });
  run.problem = problem ?? run.problem;
  Object.assign(suite, { status: 'completed', conclusion, updatedAt: at });
  tell(scope, {
    name: 'check_suite',
    action: 'completed',
    checkSuite: suite,
  });
  tell(scope, { name: 'workflow_run', action: 'completed', run });
}
