import type { RunJobOptions } from '../run/types';
import type { RunContexts, WorkflowPlan } from '../types';
import { findDefinition } from './findDefinition';
import { rootScope } from './rootScope';
import { RunWalk } from './RunWalk';
import type { JobRecord, PlannedJob } from './types';

/** The `needs` that `runJob` wants, from the records of the run. */
export function needsOf(options: {
  plan: WorkflowPlan;
  job: Pick<PlannedJob, 'path'>;
  jobs: JobRecord[];
  /** Read by expressions in the outputs of called workflows and in matrices. */
  contexts: RunContexts;
}): RunJobOptions['needs'] {
  const { plan, job, jobs, contexts } = options;
  const walk = new RunWalk({ plan, contexts, jobs });
  walk.walk(rootScope(plan));
  const resolved = walk.resolved.get(job.path.slice(0, -1).join(' / '));
  const definition = findDefinition({ plan, path: job.path })?.definition;
  const needs: RunJobOptions['needs'] = {};
  for (const id of definition?.needs ?? []) {
    const needed = resolved?.get(id);
    if (needed?.state === 'completed') {
      needs[id] = { result: needed.result, outputs: needed.outputs };
    }
  }
  return needs;
}
