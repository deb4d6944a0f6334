import {
  EntityTextFilter,
  useEntityList,
} from '@backstage/plugin-catalog-react';
import { Button, ButtonLink } from '@backstage/ui';
import { RiSearchLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { columnsOf } from './columns';
import { EntityRows } from './EntityRows';
import styles from './CatalogPage.module.css';

/** The filtered entities, with a field to search in them and the way through their pages. */
export function EntityList() {
  const list = useEntityList();
  const { entities, filters, loading, error, pageInfo, totalItems } = list;
  const kind = entities[0]?.kind ?? filters.kind?.value ?? 'component';
  const isEmpty = !loading && entities.length === 0;
  return (
    <section className={styles.list} aria-label="Entities" aria-busy={loading}>
      <div className={styles.tools}>
        <TextSearch />
        <span className={styles.total} aria-live="polite">
          {totalItems === undefined ? '' : `${totalItems} found`}
        </span>
      </div>
      <div className={styles.panel}>
        {error && (
          <div className={styles.note} role="alert">
            <p>The catalog cannot be read: {error.message}</p>
            <Button variant="secondary" onPress={() => list.refresh?.()}>
              Try again
            </Button>
          </div>
        )}
        {!error && loading && entities.length === 0 && (
          <div className={styles.skeleton} aria-hidden="true" />
        )}
        {!error && isEmpty && filters.kind && <Nothing />}
        {entities.length > 0 && (
          <EntityRows entities={entities} columns={columnsOf(kind)} />
        )}
      </div>
      {(pageInfo?.prev || pageInfo?.next) && (
        <nav className={styles.pages} aria-label="Pages">
          <Button
            variant="secondary"
            size="small"
            isDisabled={!pageInfo.prev}
            onPress={() => pageInfo.prev?.()}
          >
            Previous
          </Button>
          <Button
            variant="secondary"
            size="small"
            isDisabled={!pageInfo.next}
            onPress={() => pageInfo.next?.()}
          >
            Next
          </Button>
        </nav>
      )}
    </section>
  );
}

function TextSearch() {
  const { updateFilters, queryParameters } = useEntityList();
  const [text, setText] = useState([queryParameters.text].flat()[0] ?? '');
  useEffect(() => {
    const timer = setTimeout(
      () =>
        updateFilters({ text: text ? new EntityTextFilter(text) : undefined }),
      200,
    );
    return () => clearTimeout(timer);
  }, [text, updateFilters]);
  return (
    <label className={styles.search}>
      <RiSearchLine size={16} aria-hidden="true" />
      <input
        type="search"
        value={text}
        placeholder="Filter by name"
        aria-label="Filter by name"
        aria-keyshortcuts="/"
        onChange={event => setText(event.target.value)}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  );
}

function Nothing() {
  const { updateFilters } = useEntityList();
  return (
    <div className={styles.note}>
      <p>Nothing in the catalog matches these filters.</p>
      <div className={styles.noteActions}>
        <Button
          variant="secondary"
          onPress={() =>
            updateFilters({
              type: undefined,
              owners: undefined,
              lifecycles: undefined,
              tags: undefined,
              text: undefined,
              namespace: undefined,
              orphan: undefined,
              error: undefined,
            })
          }
        >
          Clear filters
        </Button>
        <ButtonLink variant="tertiary" href="/create">
          Create something new
        </ButtonLink>
      </div>
    </div>
  );
}
