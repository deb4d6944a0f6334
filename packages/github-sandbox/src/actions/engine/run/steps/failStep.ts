import type { JobState } from '../job/JobState';
import type { StepLog } from '../log/StepLog';

/** Writes an error as the runner does when a step fails: in red, and as an annotation of the check run. */
export function failStep(options: {
  state: JobState;
  log: StepLog;
  message: string;
}): void {
  const { state, log, message } = options;
  log.error(message);
  state.annotations.push({
    level: 'failure',
    message: state.masks.mask(message),
    path: '.github',
    startLine: log.length,
    endLine: log.length,
  });
}
