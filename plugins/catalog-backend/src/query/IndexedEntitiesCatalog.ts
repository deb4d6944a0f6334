import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { EntityIndex } from '../index/EntityIndex';
import type { BodyReader } from './BodyReader';
import { countFacet } from './countFacet';
import type {
  EntitiesBatchRequest,
  EntitiesCatalog,
  EntitiesRequest,
  EntitiesResponse,
  EntityAncestry,
  EntityBodies,
  EntityFacets,
  EntityTransform,
  QueryEntitiesRequest,
  QueryEntitiesResponse,
} from './EntitiesCatalog';
import { evaluateFilter } from './evaluateFilter';
import type { SqlDialect } from './LikePattern';
import { listLegacy } from './listLegacy';
import { pageByQuery } from './pageByQuery';
import { readBodies } from './readBodies';
import { traceAncestry } from './traceAncestry';

export type IndexedEntitiesCatalogOptions = {
  /** The index as it is now; it may be another one each time. */
  index: () => EntityIndex;
  bodies: BodyReader;
  /** Brings the index up to what the database has. */
  catchUp: () => Promise<void>;
  /** The refs of the entities that emitted an entity. */
  parentsOf: (entityRef: string) => string[];
  removeEntity: (uid: string) => Promise<void>;
  /** Whose rules text filters follow. */
  dialect: SqlDialect;
  logger: LoggerService;
};

/**
 * Answers from the index. Each question is evaluated in one go, and so against one committed state; then the bodies of what was
 * found are read. Credentials make no difference here.
 */
export class IndexedEntitiesCatalog implements EntitiesCatalog {
  constructor(private readonly options: IndexedEntitiesCatalogOptions) {}

  async entities(request: EntitiesRequest): Promise<EntitiesResponse> {
    const { answer, bodies } = await this.read(index =>
      listLegacy({ index, request }),
    );
    return {
      entities: toBodies(bodies, request.fields),
      pageInfo: answer.pageInfo,
    };
  }

  async entitiesBatch(
    request: EntitiesBatchRequest,
  ): Promise<{ items: EntityBodies }> {
    const { entityRefs, filter, fields } = request;
    const { bodies } = await this.read(index => {
      const visible =
        filter && entityRefs.length > 0
          ? evaluateFilter({ index, filter })
          : undefined;
      return {
        slots: entityRefs.map(entityRef => {
          const slot = index.get({ entityRef })?.slot;
          if (slot === undefined || visible?.has(slot) === false) return null;
          return slot;
        }),
      };
    });
    return { items: toBodies(bodies, fields) };
  }

  async queryEntities(
    request: QueryEntitiesRequest,
  ): Promise<QueryEntitiesResponse> {
    const { dialect, logger } = this.options;
    const orders = (request.cursor ?? request).orderFields?.length ?? 0;
    if (orders > 1)
      logger.warn('Only one sort field is supported, ignoring the rest');
    const { answer, bodies } = await this.read(index =>
      pageByQuery({ index, request, dialect }),
    );
    return {
      items: toBodies(bodies, request.fields),
      pageInfo: answer.pageInfo,
      totalItems: answer.totalItems,
    };
  }

  async facets(
    request: Parameters<EntitiesCatalog['facets']>[0],
  ): Promise<EntityFacets> {
    const index = this.options.index();
    const { filter } = request;
    const entities = filter ? evaluateFilter({ index, filter }) : undefined;
    const among = entities && { entities, count: entities.count() };
    return {
      facets: Object.fromEntries(
        request.facets.map(key => [key, countFacet({ index, key, among })]),
      ),
    };
  }

  async entityAncestry(entityRef: string): Promise<EntityAncestry> {
    const { parentsOf } = this.options;
    const { answer, bodies } = await this.read(index => {
      const ancestors = traceAncestry({ index, entityRef, parentsOf });
      return { ancestors, slots: ancestors.map(({ slot }) => slot) };
    });
    return {
      rootEntityRef: entityRef,
      items: answer.ancestors.map(({ parentEntityRefs }, i) => ({
        entity: JSON.parse(bodies[i]!),
        parentEntityRefs,
      })),
    };
  }

  async removeEntityByUid(uid: string): Promise<void> {
    await this.options.removeEntity(uid);
  }

  private read<TAnswer extends { slots: (number | null)[] }>(
    evaluate: (index: EntityIndex) => TAnswer,
  ) {
    const { index, bodies, catchUp } = this.options;
    return readBodies({ evaluate, index, bodies, catchUp });
  }
}

function toBodies(
  bodies: (string | null)[],
  transform: EntityTransform | undefined,
): EntityBodies {
  if (!transform) return { type: 'raw', entities: bodies };
  return {
    type: 'object',
    entities: bodies.map(
      body => body && transform(JSON.parse(body) as Entity),
    ) as (Entity | null)[],
  };
}
