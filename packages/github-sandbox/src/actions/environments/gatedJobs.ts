import type { Sandbox } from '../../core/Sandbox';
import type { WorkflowRun } from '../../core/state';
import { runtimeOf } from '../ActionsRuntime';
import type { JobHandle } from '../execution/JobHandle';
import type { Gate } from './Gate';

/** The jobs of a run that wait for what their environment demands. */
export function gatedJobs(options: {
  sandbox: Sandbox;
  run: WorkflowRun;
}): Array<JobHandle & { gate: Gate }> {
  const { sandbox, run } = options;
  const execution = runtimeOf(sandbox).executions.get(run.id);
  return [...(execution?.handles.values() ?? [])].filter(
    (handle): handle is JobHandle & { gate: Gate } =>
      handle.state === 'gated' && handle.gate !== undefined,
  );
}
