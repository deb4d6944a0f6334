import { createApiRef } from '@backstage/frontend-plugin-api';
import type { SessionsAnswer } from '@callboard/plugin-access-common';

/** What the page asks about sessions. Errors are those of `@backstage/errors`, with the backend's own words as their cause. */
export interface SessionsApi {
  /** Who was there lately, the latest first. */
  list(options?: { signal?: AbortSignal }): Promise<SessionsAnswer>;
  /** Ends everything that a person has open. */
  revoke(options: { userEntityRef: string }): Promise<void>;
}

export const sessionsApiRef = createApiRef<SessionsApi>({
  id: 'plugin.access.sessions',
});
