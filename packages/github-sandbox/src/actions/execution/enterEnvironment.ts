import { branchProblem } from '../environments/branchProblem';
import { ensureEnvironment } from '../../core/records/ensureEnvironment';
import { type Gate, hasRules } from '../environments/Gate';
import { recordJobStatus } from '../runs/recordJob';
import type { JobHandle } from './JobHandle';
import type { RunExecution } from './RunExecution';

/** Lets a job go on into its environment, makes it wait where that has rules, or ends it where the branch may not deploy there. */
export function enterEnvironment(options: {
  execution: RunExecution;
  handle: JobHandle;
  name: string;
}): void {
  const { execution, handle, name } = options;
  const { scope, plan } = execution;
  const { sandbox, repository } = scope;
  const environment = ensureEnvironment({ sandbox, repository, name });
  const problem = branchProblem({
    repository,
    environment,
    ref: plan.event.ref,
  });
  if (problem) {
    execution.finish(handle, { conclusion: 'failure', problem });
    return;
  }
  if (!hasRules(environment)) {
    execution.enterGroup(handle);
    return;
  }
  const gate: Gate = {
    environment,
    since: sandbox.clock.iso(),
    isReviewed: environment.reviewers.length === 0,
    isTimeUp: environment.waitTimer === 0,
  };
  handle.state = 'gated';
  handle.gate = gate;
  recordJobStatus({ scope, job: handle.job, status: 'waiting' });
  if (gate.isTimeUp) return;
  gate.forget = sandbox.clock.schedule({
    afterMs: environment.waitTimer * 60_000,
    run: () => {
      gate.isTimeUp = true;
      execution.passGate(handle);
    },
  });
}
