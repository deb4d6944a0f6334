import { CustomErrorBase } from '@backstage/errors';

/** A sign-in that failed and was recorded. Its message is for the person at the browser, and tells nothing of anybody else. */
export class SignInFailedError extends CustomErrorBase {
  name = 'SignInFailedError' as const;
}
