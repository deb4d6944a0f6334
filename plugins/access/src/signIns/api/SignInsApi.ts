import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  ExplainedSignInFailure,
  SignInFailure,
} from '@callboard/plugin-access-common';

/** What pages ask about sign-ins. Errors are those of `@backstage/errors`, with the backend's own words as their cause. */
export interface SignInsApi {
  /** Those of the last 30 days that failed, newest first. For operators. */
  list(options?: { signal?: AbortSignal }): Promise<ExplainedSignInFailure[]>;
  /** Single sign-on that organisations ask of whoever is signed in. */
  mine(): Promise<Required<Pick<SignInFailure, 'reference' | 'links'>>[]>;
}

export const signInsApiRef = createApiRef<SignInsApi>({
  id: 'plugin.access.sign-ins',
});
