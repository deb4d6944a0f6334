import type { CheckRun } from '../../../core/state';

/** The schema's `CheckRunState`: how a run ended, or how far it is. */
export function checkRunState(run: CheckRun): string {
  return (run.conclusion ?? run.status).toUpperCase();
}
