import type { Deployment, WorkflowJob } from '../../core/state';
import type { PlannedJob } from '../engine';
import type { Gate } from '../environments/Gate';
import type { GroupMember } from './ConcurrencyGroups';

/**
 * A job of a run that goes on. `held`: by `max-parallel`; `stuck`: no runner has its labels; `gated`: its environment has rules; `grouped`:
 * another job of its concurrency group runs; `running`: it has a runner, or will get one without more ado.
 */
export interface JobHandle {
  planned: PlannedJob;
  job: WorkflowJob;
  controller: AbortController;
  state: 'held' | 'stuck' | 'gated' | 'grouped' | 'running' | 'ended';
  gate?: Gate;
  /** What the environment's deployment is, once somebody has decided on it or the job has a runner. */
  deployment?: Deployment;
  group?: { key: string; member: GroupMember };
}
