import { ResponseError } from '@backstage/errors';
import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
} from '@backstage/frontend-plugin-api';
import type { Resource } from '../data/resource';
import { useResource } from '../data/useResource';

/** An entity that the catalog did not have before. */
export interface Arrival {
  entityRef: string;
  /** What people call it. */
  name: string;
  kind: string;
  /** When the portal first saw it in the catalog, ISO 8601. */
  firstSeenAt: string;
}

export interface CatalogNews {
  /** When the portal began to watch, ISO 8601; undefined when it has not yet. */
  watchingSince?: string;
  /** Newest first. */
  items: Arrival[];
}

const SHOWN = 6;

/** What is new in the catalog; `undefined` in a portal without the home backend. */
export function useCatalogNews(): Resource<CatalogNews | undefined> {
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  return useResource({
    source: fetchApi,
    key: 'news',
    load: async () => {
      const baseUrl = await discoveryApi.getBaseUrl('home');
      const response = await fetchApi.fetch(`${baseUrl}/new?limit=${SHOWN}`);
      if (response.status === 404) return undefined;
      if (!response.ok) throw await ResponseError.fromResponse(response);
      return (await response.json()) as CatalogNews;
    },
  });
}
