import {
  EntityKindFilter,
  EntityListProvider,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { RiFilter3Line } from '@remixicon/react';
import { Children, type ReactNode, useEffect, useMemo, useState } from 'react';
import { CatalogPageContext } from './CatalogPageContext';
import { EntityList } from './EntityList';
import styles from './CatalogPage.module.css';

/** Kinds as tabs, filters left, rows right. With a `kind` the page is about that one alone and has no tabs. */
export function CatalogPage(props: {
  title: string;
  filters: ReactNode[];
  kind?: string;
}) {
  const { title, filters, kind } = props;
  const [tabsElement, setTabsElement] = useState<HTMLElement | null>(null);
  const [filtersOpen, setFiltersOpen] = useState(false);
  const context = useMemo(
    () => ({ initialKind: kind ?? 'component', tabsElement }),
    [kind, tabsElement],
  );
  return (
    <CatalogPageContext.Provider value={context}>
      <EntityListProvider pagination={{ mode: 'cursor', limit: 50 }}>
        <main>
          <h1 className={styles.hidden}>{title}</h1>
          {kind ? (
            <OneKind kind={kind} />
          ) : (
            <div className={styles.kinds} ref={setTabsElement} />
          )}
          <div className={styles.body}>
            <button
              type="button"
              className={styles.filterToggle}
              aria-expanded={filtersOpen}
              onClick={() => setFiltersOpen(!filtersOpen)}
            >
              <RiFilter3Line size={16} />
              {filtersOpen ? 'Hide filters' : 'Filters'}
            </button>
            <aside
              className={styles.filters}
              data-open={filtersOpen}
              aria-label="Filters"
            >
              {Children.toArray(filters)}
            </aside>
            <EntityList />
          </div>
        </main>
      </EntityListProvider>
    </CatalogPageContext.Provider>
  );
}

function OneKind(props: { kind: string }) {
  const { kind } = props;
  const { updateFilters } = useEntityList();
  useEffect(() => {
    updateFilters({ kind: new EntityKindFilter(kind, kind) });
  }, [kind, updateFilters]);
  return null;
}
