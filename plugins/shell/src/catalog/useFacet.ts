import { useApi } from '@backstage/frontend-plugin-api';
import {
  catalogApiRef,
  type DefaultEntityFilters,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import { backendFilter } from './backendFilter';

export interface FacetCount {
  value: string;
  count: number;
}

/**
 * The values of a field with how many entities have each, within the other filters; the last answer stays until the
 * next is there. Undefined before the first.
 */
export function useFacet(options: {
  field: string;
  without: Array<keyof DefaultEntityFilters>;
}): FacetCount[] | undefined {
  const { field, without } = options;
  const catalogApi = useApi(catalogApiRef);
  const { filters } = useEntityList();
  const filter = backendFilter(filters, without);
  const key = JSON.stringify(filter);
  const ready = without.includes('kind') || Boolean(filters.kind);
  const [counts, setCounts] = useState<FacetCount[]>();

  useEffect(() => {
    if (!ready) return undefined;
    let stale = false;
    catalogApi
      .getEntityFacets({ facets: [field], filter: JSON.parse(key) })
      .then(
        ({ facets }) => !stale && setCounts(facets[field] ?? []),
        () => !stale && setCounts([]),
      );
    return () => {
      stale = true;
    };
  }, [catalogApi, field, key, ready]);

  return counts;
}
