import {
  EntityOrphanFilter,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { useFacet } from './useFacet';
import styles from './CatalogPage.module.css';

/** Entities that no location gives any more. The filter is there only when there are some. */
export function OrphanFilter() {
  const { filters, updateFilters } = useEntityList();
  const counts = useFacet({
    field: 'metadata.annotations.backstage.io/orphan',
    without: ['orphan'],
  });
  const count = counts?.find(({ value }) => value === 'true')?.count ?? 0;
  const chosen = Boolean(filters.orphan);
  if (count === 0 && !chosen) return null;
  return (
    <fieldset className={styles.facet}>
      <legend>Status</legend>
      <label className={styles.value}>
        <input
          type="checkbox"
          checked={chosen}
          onChange={() =>
            updateFilters({
              orphan: chosen ? undefined : new EntityOrphanFilter(true),
            })
          }
        />
        <span
          className={styles.name}
          title="No location gives these entities any more"
        >
          Orphaned
        </span>
        <span className={styles.count}>{count}</span>
      </label>
    </fieldset>
  );
}
