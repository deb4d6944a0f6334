import {
  type DefaultEntityFilters,
  EntityLifecycleFilter,
  EntityNamespaceFilter,
  EntityOwnerFilter,
  EntityTagFilter,
  EntityTypeFilter,
} from '@backstage/plugin-catalog-react';

export type FacetName = 'type' | 'owners' | 'lifecycles' | 'tags' | 'namespace';

export interface Facet {
  label: string;
  /** The field that the catalog counts. */
  field: string;
  /** The filter for the chosen values, or none when nothing is chosen. */
  filter(values: string[]): Partial<DefaultEntityFilters>;
}

const orNone = <T>(values: string[], make: (values: string[]) => T) =>
  values.length ? make(values) : undefined;

export const facets: Record<FacetName, Facet> = {
  type: {
    label: 'Type',
    field: 'spec.type',
    filter: values => ({ type: orNone(values, v => new EntityTypeFilter(v)) }),
  },
  owners: {
    label: 'Owner',
    field: 'relations.ownedBy',
    filter: values => ({
      owners: orNone(values, v => new EntityOwnerFilter(v)),
    }),
  },
  lifecycles: {
    label: 'Lifecycle',
    field: 'spec.lifecycle',
    filter: values => ({
      lifecycles: orNone(values, v => new EntityLifecycleFilter(v)),
    }),
  },
  tags: {
    label: 'Tags',
    field: 'metadata.tags',
    filter: values => ({ tags: orNone(values, v => new EntityTagFilter(v)) }),
  },
  namespace: {
    label: 'Namespace',
    field: 'metadata.namespace',
    filter: values => ({
      namespace: orNone(values, v => new EntityNamespaceFilter(v)),
    }),
  },
};
