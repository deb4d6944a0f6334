import { createApiRef } from '@backstage/frontend-plugin-api';
import type { DocsProgress } from './DocsProgress';

/** How far docs are that have never been shown. */
export interface DocsProgressApi {
  /**
   * The same object until something changes; undefined while no page of these docs is open.
   *
   * @param entityRef - such as `component:default/shop`, as `stringifyEntityRef` writes it
   */
  get(entityRef: string): DocsProgress | undefined;
  /** Calls `listener` on each change of any docs, until the function that it returns is called. */
  subscribe(listener: () => void): () => void;
  /** Has docs built again whose build went wrong. */
  retry(entityRef: string): void;
}

export const docsProgressApiRef = createApiRef<DocsProgressApi>({
  id: 'plugin.techdocs.progress',
});
