import type {
  NewSignInFailure,
  SignInFailuresService,
} from '@callboard/plugin-access-node';
import { SignInFailedError } from './SignInFailedError';
import { wordsForPerson } from './wordsForPerson';

/** Reports a provider's failures, and says them to the person. */
export interface FailureReporter {
  report(failure: Omit<NewSignInFailure, 'provider'>): SignInFailedError;
}

/** A reporter for one provider. */
export function createFailureReporter(options: {
  provider: string;
  title: string;
  failures: Pick<SignInFailuresService, 'record'>;
}): FailureReporter {
  const { provider, title, failures } = options;
  return {
    report(failure) {
      const recorded = failures.record({ ...failure, provider });
      return new SignInFailedError(wordsForPerson({ ...recorded, title }));
    },
  };
}
