import { ensureEnvironment } from '../../core/records/ensureEnvironment';
import {
  beginDeployment,
  endDeployment,
} from '../environments/recordDeployment';
import type { JobResult } from '../engine';
import { recordArtifacts, recordJobStart } from '../runs/recordJob';
import type { JobHandle } from './JobHandle';
import type { RunExecution } from './RunExecution';
import { runPlannedJob } from './runPlannedJob';
import { showSteps } from './showSteps';
import { sleepBriefly } from './sleepBriefly';

/** Runs a job that has got a runner, and keeps what comes of it. */
export async function executeJob(options: {
  execution: RunExecution;
  handle: JobHandle;
}): Promise<void> {
  const { execution, handle } = options;
  const { scope, plan } = execution;
  const { sandbox, repository } = scope;
  const { planned, job, controller } = handle;
  // Meanwhile its repository was deleted.
  if (handle.state === 'ended') return;
  if (controller.signal.aborted) {
    execution.finish(handle, { conclusion: 'cancelled' });
    return;
  }
  recordJobStart({ scope, job, at: sandbox.clock.iso() });
  execution.showStatus();
  let result: JobResult;
  try {
    const environment =
      planned.environment &&
      ensureEnvironment({
        sandbox,
        repository,
        name: planned.environment.name,
      });
    const deployment =
      handle.deployment ??
      (environment &&
        (await beginDeployment({ scope, environment: environment.name })));
    result = await runPlannedJob({
      scope,
      plan,
      planned,
      records: execution.records(),
      environment,
      artifacts: execution.artifacts,
      clock: sandbox.clock,
      signal: controller.signal,
      onStep: showSteps({ scope, job }),
      sleep: sleepBriefly,
    });
    if (deployment) {
      endDeployment({
        scope,
        deployment,
        state: result.conclusion === 'success' ? 'success' : 'failure',
        environmentUrl: result.environmentUrl,
      });
    }
  } catch (error) {
    execution.finish(handle, {
      conclusion: 'failure',
      problem: 'The runner has received a shutdown signal.',
    });
    // A defect of the sandbox: whoever runs it hears of it.
    throw error;
  }
  if (handle.state !== 'running') return;
  execution.artifacts.push(...result.artifacts);
  recordArtifacts({ scope, result, at: sandbox.clock.now() });
  execution.finish(handle, { conclusion: result.conclusion, result });
}
