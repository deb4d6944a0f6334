import {
  type CompoundEntityRef,
  type Entity,
  RELATION_OWNED_BY,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import { getEntityRelations } from '@backstage/plugin-catalog-react';

export interface EntityFacts {
  /** For example `Component, service`. */
  kind: string;
  lifecycle?: string;
  owners: CompoundEntityRef[];
  /** The systems and domains it belongs to. */
  partOf: CompoundEntityRef[];
}

/** What the header says about an entity besides its name. */
export function entityFacts(entity: Entity): EntityFacts {
  const { type, lifecycle } = entity.spec ?? {};
  return {
    kind: [entity.kind, typeof type === 'string' && type]
      .filter(Boolean)
      .join(', '),
    lifecycle: typeof lifecycle === 'string' ? lifecycle : undefined,
    owners: getEntityRelations(entity, RELATION_OWNED_BY),
    partOf: getEntityRelations(entity, RELATION_PART_OF).filter(({ kind }) =>
      ['system', 'domain'].includes(kind.toLowerCase()),
    ),
  };
}
