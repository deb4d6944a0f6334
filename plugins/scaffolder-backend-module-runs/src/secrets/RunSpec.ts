import type { TaskSpec } from '@backstage/plugin-scaffolder-common';

/**
 * The spec of a run as it is stored: stock's, without the values of secret parameters, and with their names. A reader that does not know the
 * added fields sees a run to which these parameters were not given.
 */
export type RunSpec = TaskSpec & {
  /** The parameters that were taken out, as dotted paths (see `parameterPath`). */
  maskedParameters?: string[];
  /** Of those, the ones that were not strings, so that a retry knows to read JSON. */
  maskedTypes?: Record<string, 'json'>;
};
