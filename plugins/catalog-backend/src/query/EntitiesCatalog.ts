import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { FilterPredicate } from '@backstage/filter-predicates';
import type { EntityFilter } from '@backstage/plugin-catalog-node';

/** Bodies in the order asked for; `null` where there is no such entity, or none that the reader may see. */
export type EntityBodies =
  /** As they are stored: serialised JSON. */
  | { type: 'raw'; entities: (string | null)[] }
  /** Parsed, because `fields` asked for a part of them. */
  | { type: 'object'; entities: (Entity | null)[] };

/** Cuts an entity down to the fields that were asked for. */
export type EntityTransform = (entity: Entity) => Entity;

export type EntityOrder = { field: string; order?: 'asc' | 'desc' };

export type FullTextFilter = { term: string; fields?: string[] };

/** What a cursor of `by-query` carries, the same as in the stock catalog. On the wire it is base64 of its JSON. */
export type QueryCursor = {
  orderFields: { field: string; order: 'asc' | 'desc' }[];
  fullTextFilter?: FullTextFilter;
  /** Where the page begins, exclusive: `[value, entityId]` with an order, else `[entityId]`. */
  orderFieldValues: (string | null)[];
  /** An older form of `query`, still accepted in cursors. */
  filter?: EntityFilter;
  query?: FilterPredicate;
  isPrevious: boolean;
  /** The values of the very first item, by which the first page is known. */
  firstSortFieldValues?: (string | null)[];
  totalItems?: number;
};

export type QueryEntitiesRequest = {
  credentials: BackstageCredentials;
  fields?: EntityTransform;
  limit?: number;
} & (
  | { cursor: QueryCursor }
  | {
      cursor?: undefined;
      filter?: FilterPredicate;
      offset?: number;
      orderFields?: EntityOrder[];
      fullTextFilter?: FullTextFilter;
      totalItems?: 'include' | 'exclude';
    }
);

export type QueryEntitiesResponse = {
  items: EntityBodies;
  pageInfo: { nextCursor?: QueryCursor; prevCursor?: QueryCursor };
  /** 0 where the request excluded it. */
  totalItems: number;
};

export type EntitiesRequest = {
  credentials: BackstageCredentials;
  filter?: FilterPredicate;
  fields?: EntityTransform;
  order?: { field: string; order: 'asc' | 'desc' }[];
  pagination?: { limit?: number; offset?: number; after?: string };
};

export type EntitiesResponse = {
  entities: EntityBodies;
  pageInfo: { hasNextPage: false } | { hasNextPage: true; endCursor: string };
};

export type EntitiesBatchRequest = {
  credentials: BackstageCredentials;
  entityRefs: string[];
  filter?: FilterPredicate;
  fields?: EntityTransform;
};

export type EntityAncestry = {
  rootEntityRef: string;
  items: { entity: Entity; parentEntityRefs: string[] }[];
};

export type EntityFacets = {
  facets: Record<string, { value: string; count: number }[]>;
};

/**
 * The questions that the HTTP routes ask. `query/IndexedEntitiesCatalog` answers them from the index;
 * `permissions/AuthorizedEntitiesCatalog` wraps it so that every answer is that of a catalog without what the caller may not read.
 * Errors are those of `@backstage/errors`: `InputError`, `NotFoundError`, `NotAllowedError`, `ServiceUnavailableError`.
 */
export interface EntitiesCatalog {
  entities(request: EntitiesRequest): Promise<EntitiesResponse>;
  entitiesBatch(
    request: EntitiesBatchRequest,
  ): Promise<{ items: EntityBodies }>;
  queryEntities(request: QueryEntitiesRequest): Promise<QueryEntitiesResponse>;
  facets(request: {
    credentials: BackstageCredentials;
    facets: string[];
    filter?: FilterPredicate;
  }): Promise<EntityFacets>;
  entityAncestry(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<EntityAncestry>;
  removeEntityByUid(
    uid: string,
    options: { credentials: BackstageCredentials },
  ): Promise<void>;
}
