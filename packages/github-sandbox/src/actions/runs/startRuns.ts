import type { Sandbox } from '../../core/Sandbox';
import type { Repository, WorkflowRun } from '../../core/state';
import { isEnabled } from '../settings/isEnabled';
import type { Trigger } from '../triggers/Trigger';
import { plansFor } from './plansFor';
import { startRun } from './startRun';

/** Starts the runs that follow from something that happened. They go on in the background. */
export async function startRuns(options: {
  sandbox: Sandbox;
  repository: Repository;
  trigger: Trigger;
}): Promise<WorkflowRun[]> {
  const { sandbox } = options;
  if (!isEnabled(options)) return [];
  const starting = await plansFor({ ...options, at: sandbox.clock.iso() });
  return starting.map(one => startRun({ ...options, ...one }));
}
