import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  HeldPlan,
  OrganisationStatus,
} from '@callboard/plugin-github-common';

/** What the page asks of the plugin `github`. Errors are those of `@backstage/errors`, with the backend's own words as their cause. */
export interface MirrorApi {
  /** Of every organisation whose repositories or people are mirrored into the catalog. */
  status(options?: { signal?: AbortSignal }): Promise<OrganisationStatus[]>;
  /** Has held removals carried out. */
  accept(options: { planId: string }): Promise<HeldPlan>;
  /** Has an organisation compared as a whole, at once. */
  reconcile(options: { host: string; organisation: string }): Promise<void>;
}

export const mirrorApiRef = createApiRef<MirrorApi>({
  id: 'plugin.connections.mirror',
});
