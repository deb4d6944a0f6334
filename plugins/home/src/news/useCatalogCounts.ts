import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { Resource } from '../data/resource';
import { useResource } from '../data/useResource';

export interface KindCount {
  kind: string;
  count: number;
}

/** How the kinds stand in the page; others follow by their count. Locations are the catalog's own books. */
const ORDER = [
  'Component',
  'API',
  'System',
  'Domain',
  'Resource',
  'Template',
  'Group',
  'User',
];
const LEFT_OUT = 'Location';

/** How many entities of each kind the person may see, in one request. */
export function useCatalogCounts(): Resource<KindCount[]> {
  const catalogApi = useApi(catalogApiRef);
  return useResource({
    source: catalogApi,
    key: 'counts',
    load: async () => {
      const { facets } = await catalogApi.getEntityFacets({ facets: ['kind'] });
      const place = (kind: string) =>
        ORDER.includes(kind) ? ORDER.indexOf(kind) : ORDER.length;
      return (facets.kind ?? [])
        .filter(({ value }) => value !== LEFT_OUT)
        .map(({ value, count }) => ({ kind: value, count }))
        .sort((a, b) => place(a.kind) - place(b.kind) || b.count - a.count);
    },
  });
}
