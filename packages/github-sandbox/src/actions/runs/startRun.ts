import type { Sandbox } from '../../core/Sandbox';
import type { Repository, Workflow, WorkflowRun } from '../../core/state';
import type { InvalidWorkflow, WorkflowPlan } from '../engine';
import { beginExecution } from '../execution/beginExecution';
import type { Trigger } from '../triggers/Trigger';
import { createRun } from './createRun';
import { problemOf } from './problemOf';
import { recordRunEnd } from './recordRun';
import { tell } from './RunScope';

/** Starts one run. That of an invalid file ends at once and has no jobs. */
export function startRun(options: {
  sandbox: Sandbox;
  repository: Repository;
  trigger: Trigger;
  workflow: Workflow;
  plan: WorkflowPlan | InvalidWorkflow;
}): WorkflowRun {
  const { sandbox, plan } = options;
  const scope = createRun(options);
  const { run } = scope;
  tell(scope, { name: 'workflow_run', action: 'requested', run });
  if (plan.outcome === 'invalid') {
    recordRunEnd({
      scope,
      conclusion: 'failure',
      at: sandbox.clock.iso(),
      problem: problemOf(plan),
    });
  } else {
    beginExecution({ scope, plan });
  }
  return run;
}
