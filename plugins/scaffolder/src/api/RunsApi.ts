import { createApiRef } from '@backstage/frontend-plugin-api';
import type { RunDetails } from '@callboard/plugin-scaffolder-common';

/** What the page of a run asks for beside stock's `ScaffolderApi`. */
export interface RunsApi {
  /**
   * The cause of a failure, what a retry needs, which credential served. Undefined where the backend does not tell: it lacks
   * `@callboard/plugin-scaffolder-backend-module-runs`.
   */
  details(options: {
    taskId: string;
    signal?: AbortSignal;
  }): Promise<RunDetails | undefined>;

  /** Runs a failed run again from the step that failed. `secrets` by the names of `RunDetails.needs`. */
  retry(options: {
    taskId: string;
    secrets: Record<string, string>;
  }): Promise<void>;
}

export const runsApiRef = createApiRef<RunsApi>({
  id: 'plugin.scaffolder.callboard-runs',
});
