/**
 * What the pages of template runs and their backend say to each other.
 *
 * @packageDocumentation
 */
export type { RunCause, RunCauseCode } from './RunCause';
export type { RunCredential, RunDetails, RunNeed } from './RunDetails';
export type {
  DryRunPlan,
  PlannedCall,
  PlannedPermission,
  UnplannedStep,
} from './DryRunPlan';
export type { RunEventBody } from './RunEvent';
export {
  MOST_TEMPLATE_PROBLEMS,
  type TemplateProblem,
} from './TemplateProblem';
