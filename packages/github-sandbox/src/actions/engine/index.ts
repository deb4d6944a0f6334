export * from './types';
export { planRuns } from './plan/planRuns';
export { planDispatch } from './plan/planDispatch';
export { listWorkflows, type ListedWorkflow } from './plan/listWorkflows';
export { TemplateError } from './template/TemplateError';
export type { Concurrency } from './template/evaluateConcurrency';
export { advanceRun } from './schedule/advanceRun';
export { needsOf } from './schedule/needsOf';
export { runJob } from './run/runJob';
export { jobLog } from './run/jobLog';
export { runTitle } from './plan/runTitle';
export { runConcurrency } from './plan/runConcurrency';
export {
  buildGithubContext,
  type GithubContextOptions,
} from './contexts/buildGithubContext';
export { nextScheduledTime } from './triggers/nextScheduledTime';
