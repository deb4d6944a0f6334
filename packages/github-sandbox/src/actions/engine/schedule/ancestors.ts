import type { JobDefinition } from '../definition/WorkflowDefinition';
import type { WorkflowScope } from './WorkflowScope';

/** Ids of all jobs that a job needs, directly or through others: `success()` and `failure()` look at all of them. */
export function ancestors(
  scope: WorkflowScope,
  definition: JobDefinition,
): string[] {
  const found = new Set<string>();
  const add = (job: JobDefinition | undefined) => {
    for (const id of job?.needs ?? []) {
      if (!found.has(id)) {
        found.add(id);
        add(scope.workflow.jobs.find(other => other.id === id));
      }
    }
  };
  add(definition);
  return [...found];
}
