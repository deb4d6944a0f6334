import {
  EntityKindFilter,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { useEffect } from 'react';
import { createPortal } from 'react-dom';
import { useCatalogPage } from './CatalogPageContext';
import { useFacet } from './useFacet';
import styles from './CatalogPage.module.css';

const ORDER = [
  'component',
  'api',
  'system',
  'domain',
  'resource',
  'group',
  'user',
  'template',
  'location',
];

/** The kinds, with how many there are of each. They stand above the page, though stock makes them a filter. */
export function KindTabs() {
  const { initialKind, tabsElement } = useCatalogPage();
  const { filters, updateFilters, queryParameters } = useEntityList();
  const fromUrl = [queryParameters.kind].flat()[0]?.toLocaleLowerCase('en-US');
  const counts = useFacet({
    field: 'kind',
    without: [
      'kind',
      'type',
      'user',
      'owners',
      'lifecycles',
      'tags',
      'text',
      'namespace',
      'orphan',
    ],
  });
  const current = filters.kind?.value.toLowerCase() ?? fromUrl ?? initialKind;

  useEffect(() => {
    const kind = fromUrl ?? initialKind;
    updateFilters({ kind: new EntityKindFilter(kind, kind) });
  }, [fromUrl, initialKind, updateFilters]);

  const rank = (kind: string) => {
    const index = ORDER.indexOf(kind.toLowerCase());
    return index < 0 ? ORDER.length : index;
  };
  const tabs = [...(counts ?? [])].sort(
    (a, b) => rank(a.value) - rank(b.value) || a.value.localeCompare(b.value),
  );
  if (!tabsElement) return null;
  return createPortal(
    tabs.map(({ value, count }) => (
      <button
        key={value}
        type="button"
        className={styles.kind}
        aria-pressed={value.toLowerCase() === current}
        onClick={() =>
          updateFilters({
            kind: new EntityKindFilter(value.toLowerCase(), value),
            type: undefined,
            lifecycles: undefined,
            tags: undefined,
            namespace: undefined,
            orphan: undefined,
          })
        }
      >
        {value}
        <span className={styles.count}>{count}</span>
      </button>
    )),
    tabsElement,
  );
}
