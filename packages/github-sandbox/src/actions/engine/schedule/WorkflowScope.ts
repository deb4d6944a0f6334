import type { WorkflowDefinition } from '../definition/WorkflowDefinition';
import type { JsonObject } from '../types';
import type { TokenPermissions } from './types';

/** A workflow as it stands in a run: the run's own, or one that a job of it calls. */
export interface WorkflowScope {
  workflow: WorkflowDefinition;
  /** The calling jobs with their matrix values, outermost first; empty for the run's own. */
  path: string[];
  /** Names of the calling jobs as shown. */
  names: string[];
  inputs: JsonObject;
  /** `permissions` of the workflow, or else of what calls it. */
  permissions?: TokenPermissions;
}
