import type { Entity } from '@backstage/catalog-model';
import { ANNOTATION_INFERRED } from '@callboard/plugin-github-common';
import { stringify } from 'yaml';
import { ANNOTATION_README_DOCS, isReadmeRef } from './readmeRef';

/** Annotations that the catalog sets by itself. */
const OF_THE_CATALOG = [
  'backstage.io/managed-by-location',
  'backstage.io/managed-by-origin-location',
  'backstage.io/view-url',
  'backstage.io/edit-url',
  'backstage.io/source-location',
  ANNOTATION_INFERRED,
  ANNOTATION_README_DOCS,
];

/**
 * The text of a `catalog-info.yaml` that says what an inferred entity is. Docs are named from the file itself: `dir:.`. A README is not named:
 * the portal finds it as long as there is no `docs/`, and would show it for ever if it were.
 */
export function toDescriptor(entity: Entity): string {
  const { annotations = {}, ...metadata } = entity.metadata;
  const kept = Object.entries(annotations)
    .filter(
      ([key, value]) =>
        !OF_THE_CATALOG.includes(key) &&
        !(key === 'backstage.io/techdocs-ref' && isReadmeRef(value)),
    )
    .map(([key, value]) => [
      key,
      key === 'backstage.io/techdocs-ref' && !value.endsWith('/wiki')
        ? 'dir:.'
        : value,
    ]);
  return stringify(
    {
      ...entity,
      metadata: { ...metadata, annotations: Object.fromEntries(kept) },
    },
    { lineWidth: 0 },
  );
}
