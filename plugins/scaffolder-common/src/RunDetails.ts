import type { RunCause } from './RunCause';

/**
 * What the page of a run needs beside stock's task: the answer of `GET /api/scaffolder/runs/:taskId`, for whoever may read the task.
 */
export interface RunDetails {
  taskId: string;
  /** As stock has it. */
  status:
    | 'open'
    | 'processing'
    | 'completed'
    | 'failed'
    | 'cancelled'
    | 'skipped';
  /** The id of the step that failed last. */
  failedStep?: string;
  /** Why it failed; there only while `status` is `failed`. */
  cause?: RunCause;
  /** What a retry must be given again; empty when nothing is needed or the run did not fail. */
  needs: RunNeed[];
  /** Which credential served which step, in the order of the steps. */
  credentials: RunCredential[];
  /** How often the run was started, 1 for a run that never stopped. */
  attempts: number;
  /** When another process took the run over: an ISO 8601 instant in UTC. */
  recoveredAt?: string;
  /** The parameters that are secrets, as dotted paths; their values are nowhere in what is stored in clear. */
  maskedParameters: string[];
}

/** A value that a retry must bring with it, since it was not kept. */
export interface RunNeed {
  /** The key in `secrets` of `POST /v2/tasks/:id/retry`: `parameters.apiKey` for a parameter, the secret's own name for a secret. */
  name: string;
  /** What the form calls it. */
  title: string;
  kind: 'parameter' | 'secret';
  /** The value is not a text: it is sent as JSON in a string. */
  format?: 'json';
}

/** A credential with which a step called another service. Never the credential itself. */
export interface RunCredential {
  stepId: string;
  kind: 'app' | 'token' | 'person' | 'none';
  /** For a sentence: `App "Callboard" of copperbell`, `your own token`. */
  title: string;
  /** The id of the credential, where it is one of the portal's. */
  id?: string;
  /** Why better credentials did not serve, one sentence each. */
  passedOver?: string[];
}
