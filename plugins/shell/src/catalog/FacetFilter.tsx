import { parseEntityRef } from '@backstage/catalog-model';
import {
  useEntityList,
  useEntityPresentation,
} from '@backstage/plugin-catalog-react';
import { useEffect, useState } from 'react';
import { type FacetName, facets } from './facets';
import { useFacet } from './useFacet';
import styles from './CatalogPage.module.css';

const SHOWN = 6;

/** A filter as a list of values with their counts. Any number may be chosen. */
export function FacetFilter(props: { facet: FacetName }) {
  const { label, field, filter } = facets[props.facet];
  const { filters, updateFilters, queryParameters } = useEntityList();
  const counts = useFacet({ field, without: [props.facet] });
  const [open, setOpen] = useState(false);
  const query = JSON.stringify(
    [queryParameters[props.facet] ?? []]
      .flat()
      .filter(value => value !== 'all'),
  );

  // A link to a filtered list, or the way back to one.
  useEffect(() => {
    updateFilters(filter(JSON.parse(query)));
  }, [query, filter, updateFilters]);

  const current = filters[props.facet];
  const chosen = new Set(
    current
      ? ['values' in current ? current.values : current.value].flat()
      : [],
  );
  if (counts && counts.length < 2 && chosen.size === 0) return null;

  const sorted = [...(counts ?? [])].sort(
    (a, b) =>
      Number(chosen.has(b.value)) - Number(chosen.has(a.value)) ||
      b.count - a.count,
  );
  const shown = open ? sorted : sorted.slice(0, Math.max(SHOWN, chosen.size));
  const toggle = (value: string) => {
    const next = new Set(chosen);
    if (!next.delete(value)) next.add(value);
    updateFilters(filter([...next]));
  };

  return (
    <fieldset className={styles.facet}>
      <legend>{label}</legend>
      {!counts && <div className={styles.waiting} aria-hidden="true" />}
      {shown.map(({ value, count }) => (
        <label key={value} className={styles.value}>
          <input
            type="checkbox"
            checked={chosen.has(value)}
            onChange={() => toggle(value)}
          />
          {props.facet === 'owners' ? (
            <OwnerName entityRef={value} />
          ) : (
            <span className={styles.name} title={value}>
              {value}
            </span>
          )}
          <span className={styles.count}>{count}</span>
        </label>
      ))}
      {sorted.length > SHOWN && (
        <button
          type="button"
          className={styles.more}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {open ? 'Show fewer' : `Show ${sorted.length - shown.length} more`}
        </button>
      )}
    </fieldset>
  );
}

function OwnerName(props: { entityRef: string }) {
  const { primaryTitle } = useEntityPresentation(
    parseEntityRef(props.entityRef, { defaultKind: 'Group' }),
  );
  return (
    <span className={styles.name} title={props.entityRef}>
      {primaryTitle}
    </span>
  );
}
