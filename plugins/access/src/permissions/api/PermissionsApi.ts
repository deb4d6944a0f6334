import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  AdministratorOutcome,
  AdministratorState,
  Explanation,
  ExplainRequest,
  KnownPermission,
  RolesOverview,
} from '@callboard/plugin-access-common';

/** What the page asks about roles and permissions. Errors are those of `@backstage/errors`, with the backend's own words as their cause. */
export interface PermissionsApi {
  roles(options?: { signal?: AbortSignal }): Promise<RolesOverview>;
  /** All that the plugins of the portal ask. */
  permissions(options?: { signal?: AbortSignal }): Promise<KnownPermission[]>;
  explain(
    question: ExplainRequest,
    options?: { signal?: AbortSignal },
  ): Promise<Explanation>;
  assign(options: { role: string; member: string }): Promise<void>;
  remove(options: { role: string; member: string }): Promise<void>;
  /** For everybody who is signed in. */
  administrator(options?: {
    signal?: AbortSignal;
  }): Promise<AdministratorState>;
  /** Makes the person who is signed in the first administrator. */
  becomeAdministrator(options: {
    token: string;
  }): Promise<AdministratorOutcome>;
}

export const permissionsApiRef = createApiRef<PermissionsApi>({
  id: 'plugin.access.permissions',
});
