import type { WorkflowPlan } from '../types';
import { readPermissions } from './readPermissions';
import type { WorkflowScope } from './WorkflowScope';

/** The run's own workflow. */
export function rootScope(plan: WorkflowPlan): WorkflowScope {
  return {
    workflow: plan.workflow,
    path: [],
    names: [],
    inputs: plan.inputs,
    permissions: readPermissions(plan.workflow.permissions),
  };
}
