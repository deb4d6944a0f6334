import type { Entity } from '@backstage/catalog-model';
import techdocs from '@backstage/plugin-techdocs/alpha';

const ANNOTATIONS = [
  'backstage.io/techdocs-ref',
  'backstage.io/techdocs-entity',
];

/** Stock shows a tab for docs on every entity, be there docs or not. */
const hasDocs = (entity: Entity) =>
  ANNOTATIONS.some(name => entity.metadata.annotations?.[name]);

export const docs = techdocs.withOverrides({
  extensions: [
    techdocs
      .getExtension('entity-content:techdocs')
      .override({ params: { title: 'Docs', filter: hasDocs } }),
  ],
});
