import type {
  JobDefinition,
  WorkflowDefinition,
} from '../definition/WorkflowDefinition';
import type { WorkflowPlan } from '../types';

/** A job as written, with the workflow that holds it and the jobs that call that workflow, outermost first. */
export interface FoundDefinition {
  definition: JobDefinition;
  workflow: WorkflowDefinition;
  callers: JobDefinition[];
}

/** Finds a planned job's definition by its path; undefined if there is none. */
export function findDefinition(options: {
  plan: WorkflowPlan;
  path: string[];
}): FoundDefinition | undefined {
  const { plan, path } = options;
  const callers: JobDefinition[] = [];
  let workflow = plan.workflow;
  for (const part of path.slice(0, -1)) {
    const caller = workflow.jobs.find(
      job => part === job.id || part.startsWith(`${job.id} (`),
    );
    if (!caller?.uses) {
      return undefined;
    }
    callers.push(caller);
    workflow = caller.uses.workflow;
  }
  const definition = workflow.jobs.find(job => job.id === path.at(-1));
  return definition && { definition, workflow, callers };
}
