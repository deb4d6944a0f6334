import { setTimeout } from 'node:timers/promises';
import type { WorkflowJob } from '../../core/state';
import type { StepProgress } from '../engine';
import type { RunScope } from '../runs/RunScope';
import { stepPauseOf } from './pace';

/** Lets the record of a job show its steps while they run. */
export function showSteps(options: {
  scope: RunScope;
  job: WorkflowJob;
}): (progress: StepProgress) => Promise<void> {
  const { scope, job } = options;
  const { sandbox } = scope;
  return async ({ number, name, status, conclusion, log }) => {
    const now = sandbox.clock.iso();
    const before = job.steps.find(step => step.number === number);
    const step = {
      number,
      name,
      status,
      conclusion: conclusion ?? null,
      startedAt: before?.startedAt ?? now,
      completedAt: status === 'completed' ? now : null,
      log,
    };
    if (before) Object.assign(before, step);
    else job.steps.push(step);
    sandbox.changed();
    const pauseMs = stepPauseOf(sandbox);
    if (pauseMs > 0 && status === 'in_progress') await setTimeout(pauseMs);
  };
}
