export { catchUp } from './catchUp';
export { setStepPause } from './execution/pace';
export { ensureReplayed } from './replay/ensureReplayed';
export { dispatchWorkflow } from './runs/dispatchWorkflow';
export { rerunRun } from './runs/rerunRun';
export { jobsOf } from './runs/jobsOf';
