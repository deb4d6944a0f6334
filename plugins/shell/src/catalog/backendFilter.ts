import type {
  DefaultEntityFilters,
  EntityFilter,
} from '@backstage/plugin-catalog-react';

/** What the chosen filters ask of the catalog, without those named: a facet counts what choosing in it would give. */
export function backendFilter(
  filters: DefaultEntityFilters,
  without: Array<keyof DefaultEntityFilters> = [],
): Record<string, string | symbol | Array<string | symbol>> {
  const chosen: [string, EntityFilter | undefined][] = Object.entries(filters);
  const parts = chosen
    .filter(([name]) => !without.includes(name as keyof DefaultEntityFilters))
    .map(([, filter]) => filter?.getCatalogFilters?.() ?? {});
  return Object.assign({}, ...parts);
}
