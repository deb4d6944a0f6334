import {
  RELATION_OWNED_BY,
  RELATION_PART_OF,
  getCompoundEntityRef,
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { entityName } from '../entities/entityName';
import type { Resource } from '../data/resource';
import { useResource } from '../data/useResource';

export interface TeamComponent {
  ref: string;
  name: string;
  /** `service`, `website`, `library`, ... */
  type?: string;
  lifecycle?: string;
  systemRef?: string;
  /** The first of the person's owners that owns it. */
  ownerRef: string;
}

export interface TeamComponents {
  /** By name, at most `LIMIT`. */
  components: TeamComponent[];
  total: number;
}

const LIMIT = 50;

const FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.title',
  'spec.type',
  'spec.lifecycle',
  'relations',
];

/** The components that the given owners own, in one request. Undefined owners wait. */
export function useTeamComponents(
  ownerRefs: string[] | undefined,
): Resource<TeamComponents> {
  const catalogApi = useApi(catalogApiRef);
  return useResource({
    source: catalogApi,
    key: ownerRefs && `owned ${ownerRefs.join(' ')}`,
    load: async () => {
      if (!ownerRefs?.length) return { components: [], total: 0 };
      const { items, totalItems } = await catalogApi.queryEntities({
        filter: { kind: 'component', 'relations.ownedBy': ownerRefs },
        fields: FIELDS,
        orderFields: { field: 'metadata.name', order: 'asc' },
        limit: LIMIT,
      });
      return {
        components: items.map(entity => toComponent(entity, ownerRefs)),
        total: totalItems,
      };
    },
  });
}

function toComponent(entity: Entity, ownerRefs: string[]): TeamComponent {
  const related = (type: string) =>
    (entity.relations ?? [])
      .filter(relation => relation.type === type)
      .map(({ targetRef }) => targetRef);
  const owners = related(RELATION_OWNED_BY);
  const text = (value: unknown) =>
    typeof value === 'string' ? value : undefined;
  return {
    ref: stringifyEntityRef(getCompoundEntityRef(entity)),
    name: entityName(entity),
    type: text(entity.spec?.type),
    lifecycle: text(entity.spec?.lifecycle),
    systemRef: related(RELATION_PART_OF).find(
      ref => parseEntityRef(ref).kind === 'system',
    ),
    ownerRef: ownerRefs.find(ref => owners.includes(ref)) ?? owners[0],
  };
}
