import { NotFoundError } from '@backstage/errors';
import type { SignInAttempt } from '@callboard/plugin-access-common';

/** The directory knows a person, and the catalog does not. */
export class NoUserError extends NotFoundError {
  readonly attempts: SignInAttempt[];

  constructor(options: { attempts: SignInAttempt[] }) {
    super('The catalog has no user for this person');
    this.attempts = options.attempts;
  }
}
