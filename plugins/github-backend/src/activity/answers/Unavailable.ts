import { ServiceUnavailableError } from '@backstage/errors';
import type { LoadFailure } from './judgeLoadFailure';

/** GitHub cannot be asked, and nothing is known from before. */
export class Unavailable extends ServiceUnavailableError {
  readonly failure: Extract<LoadFailure, { kind: 'unavailable' }>;

  constructor(failure: Extract<LoadFailure, { kind: 'unavailable' }>) {
    const { reason, until } = failure;
    super(
      `GitHub cannot be asked now: ${reason}.${
        until ? ` Try again after ${until}` : ' Try again in a moment'
      }`,
    );
    this.failure = failure;
  }
}
