import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/** Has an entity, and the locations that it came from, read and processed anew. */
export interface RefreshService {
  refresh(options: {
    entityRef: string;
    credentials: BackstageCredentials;
  }): Promise<void>;
}
