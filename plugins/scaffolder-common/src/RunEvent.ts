import type { RunCause } from './RunCause';
import type { RunCredential } from './RunDetails';

/** What an event of a run carries in its body, beside what stock puts there. */
export interface RunEventBody {
  message: string;
  stepId?: string;
  status?: string;
  /** With the event of a failure. */
  cause?: RunCause;
  /** With the event that says which credential serves the step. */
  credential?: RunCredential;
}
