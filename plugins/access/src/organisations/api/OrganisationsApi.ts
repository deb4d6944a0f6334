import { createApiRef } from '@backstage/frontend-plugin-api';
import type { OrganisationData } from '@callboard/plugin-access-common';

/** What the page asks about users and groups. Errors are those of `@backstage/errors`, with the backend's own words as their cause. */
export interface OrganisationsApi {
  read(options?: { signal?: AbortSignal }): Promise<OrganisationData>;
  /** Has a source read soon. */
  sync(options: { id: string }): Promise<void>;
}

export const organisationsApiRef = createApiRef<OrganisationsApi>({
  id: 'plugin.access.organisations',
});
