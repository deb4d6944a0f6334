import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  ApiKey,
  IssuedKey,
  KeyRequest,
  KeyRotation,
  KeysAnswer,
} from '@callboard/plugin-access-common';

/** What the page asks about keys. Errors are those of `@backstage/errors`, with the backend's own words as their cause. */
export interface KeysApi {
  list(options?: { signal?: AbortSignal }): Promise<KeysAnswer>;
  create(request: KeyRequest): Promise<IssuedKey>;
  rotate(options: KeyRotation & { id: string }): Promise<IssuedKey>;
  revoke(options: { id: string }): Promise<ApiKey>;
}

export const keysApiRef = createApiRef<KeysApi>({
  id: 'plugin.access.keys',
});
