export { catchUp } from './catchUp';
export { ensureReplayed } from './replay/ensureReplayed';
export { dispatchWorkflow } from './runs/dispatchWorkflow';
export { rerunRun } from './runs/rerunRun';
export { jobsOf } from './runs/jobsOf';
