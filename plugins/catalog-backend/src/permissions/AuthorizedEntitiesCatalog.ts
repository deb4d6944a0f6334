import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Location } from '@backstage/catalog-client';
import {
  ANNOTATION_ORIGIN_LOCATION,
  stringifyEntityRef,
  stringifyLocationRef,
} from '@backstage/catalog-model';
import { NotAllowedError } from '@backstage/errors';
import type { FilterPredicate } from '@backstage/filter-predicates';
import {
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import type { EntityFilter } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { ConditionTransformer } from '@backstage/plugin-permission-node';
import { searchLimits } from '../index/searchLimits';
import type {
  EntitiesBatchRequest,
  EntitiesCatalog,
  EntitiesRequest,
  EntitiesResponse,
  EntityAncestry,
  EntityBodies,
  EntityFacets,
  QueryCursor,
  QueryEntitiesRequest,
  QueryEntitiesResponse,
} from '../query/EntitiesCatalog';
import { toFilterPredicate } from '../query/toFilterPredicate';
import type { EntityAccess, EntityReach } from './EntityAccess';
import { withoutDeniedAncestors } from './withoutDeniedAncestors';

/** What of the catalog a caller may use: all of it, none, or what passes a filter. */
type Access =
  | { to: 'all' }
  | { to: 'none' }
  | { to: 'some'; filter: EntityFilter };

/** Answers as a catalog would that has only what the caller may read. */
export class AuthorizedEntitiesCatalog
  implements EntitiesCatalog, EntityAccess
{
  readonly #catalog: EntitiesCatalog;
  readonly #permissions: PermissionsService;
  readonly #transformConditions: ConditionTransformer<EntityFilter>;

  constructor(options: {
    /** Without regard to permissions. */
    catalog: EntitiesCatalog;
    permissions: PermissionsService;
    transformConditions: ConditionTransformer<EntityFilter>;
  }) {
    this.#catalog = options.catalog;
    this.#permissions = options.permissions;
    this.#transformConditions = options.transformConditions;
  }

  async entities(request: EntitiesRequest): Promise<EntitiesResponse> {
    const access = await this.#readAccess(request);
    if (access.to === 'none')
      return {
        entities: { type: 'object', entities: [] },
        pageInfo: { hasNextPage: false },
      };
    return this.#catalog.entities(narrow(request, access));
  }

  async entitiesBatch(
    request: EntitiesBatchRequest,
  ): Promise<{ items: EntityBodies }> {
    const access = await this.#readAccess(request);
    if (access.to === 'none') {
      const entities = request.entityRefs.map(() => null);
      return { items: { type: 'object', entities } };
    }
    return this.#catalog.entitiesBatch(narrow(request, access));
  }

  async queryEntities(
    request: QueryEntitiesRequest,
  ): Promise<QueryEntitiesResponse> {
    const access = await this.#readAccess(request);
    if (access.to === 'none')
      return {
        items: { type: 'object', entities: [] },
        pageInfo: {},
        totalItems: 0,
      };
    if (access.to === 'all') return this.#catalog.queryEntities(request);

    const response = await this.#catalog.queryEntities(
      request.cursor
        ? { ...request, cursor: narrowCursor(request.cursor, access.filter) }
        : narrow(request, access),
    );
    // Cursors go to the caller, and carry what the caller asked for, not what the permissions added to it.
    const asked = request.cursor
      ? { filter: request.cursor.filter, query: request.cursor.query }
      : { filter: undefined, query: request.filter };
    const { nextCursor, prevCursor } = response.pageInfo;
    return {
      ...response,
      pageInfo: {
        nextCursor: nextCursor && { ...nextCursor, ...asked },
        prevCursor: prevCursor && { ...prevCursor, ...asked },
      },
    };
  }

  async facets(
    request: Parameters<EntitiesCatalog['facets']>[0],
  ): Promise<EntityFacets> {
    const access = await this.#readAccess(request);
    if (access.to === 'none')
      return {
        facets: Object.fromEntries(request.facets.map(facet => [facet, []])),
      };
    return this.#catalog.facets(narrow(request, access));
  }

  async entityAncestry(
    entityRef: string,
    options: { credentials: BackstageCredentials },
  ): Promise<EntityAncestry> {
    const [isRootDenied] = await this.#areDenied([entityRef], options);
    if (isRootDenied) throw new NotAllowedError();

    const ancestry = await this.#catalog.entityAncestry(entityRef, options);
    const refs = ancestry.items.map(({ entity }) => stringifyEntityRef(entity));
    const areDenied = await this.#areDenied(refs, options);
    const denied = new Set(refs.filter((_, i) => areDenied[i]));
    return withoutDeniedAncestors({ ancestry, denied });
  }

  async removeEntityByUid(
    uid: string,
    options: { credentials: BackstageCredentials },
  ): Promise<void> {
    const access = await this.#access(catalogEntityDeletePermission, options);
    if (access.to === 'none') throw new NotAllowedError();
    if (access.to === 'some') {
      const { credentials } = options;
      const filter: FilterPredicate = { 'metadata.uid': uid };
      const { entities } = await this.#catalog.entities(
        narrow({ credentials, filter }, access),
      );
      if (entities.entities.length === 0) throw new NotAllowedError();
    }
    await this.#catalog.removeEntityByUid(uid, options);
  }

  async reach(
    to: 'read' | 'delete',
    options: { credentials: BackstageCredentials },
  ): Promise<EntityReach> {
    const access = await this.#access(
      to === 'read'
        ? catalogEntityReadPermission
        : catalogEntityDeletePermission,
      options,
    );
    return access.to;
  }

  async readableOf(
    entityRefs: string[],
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<ReadonlySet<string>> {
    const { items } = await this.entitiesBatch({ entityRefs, credentials });
    return new Set(entityRefs.filter((_, i) => items.entities[i] !== null));
  }

  async mayRemoveAllOf(
    location: Location,
    options: { credentials: BackstageCredentials },
  ): Promise<boolean> {
    const access = await this.#access(catalogEntityDeletePermission, options);
    if (access.to !== 'some') return access.to === 'all';
    const { credentials } = options;
    const { items } = await this.#catalog.entitiesBatch(
      narrow<EntitiesBatchRequest>(
        { credentials, entityRefs: [location.entityRef] },
        access,
      ),
    );
    if (items.entities[0] === null) return false;

    const origin = stringifyLocationRef(location);
    // The index does not have longer values, so that what came of the location cannot be found by them.
    if (origin.toLowerCase().length > searchLimits.valueLength) return false;
    const { totalItems } = await this.#catalog.queryEntities({
      credentials,
      filter: {
        $all: [
          { [`metadata.annotations.${ANNOTATION_ORIGIN_LOCATION}`]: origin },
          { $not: toFilterPredicate(access.filter) },
        ],
      },
      limit: 0,
    });
    return totalItems === 0;
  }

  #readAccess(options: { credentials: BackstageCredentials }): Promise<Access> {
    return this.#access(catalogEntityReadPermission, options);
  }

  async #access(
    permission: ResourcePermission,
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<Access> {
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    if (decision.result === AuthorizeResult.ALLOW) return { to: 'all' };
    if (decision.result === AuthorizeResult.CONDITIONAL)
      return {
        to: 'some',
        filter: this.#transformConditions(decision.conditions),
      };
    return { to: 'none' };
  }

  async #areDenied(
    entityRefs: string[],
    { credentials }: { credentials: BackstageCredentials },
  ): Promise<boolean[]> {
    const decisions = await this.#permissions.authorize(
      entityRefs.map(resourceRef => ({
        permission: catalogEntityReadPermission,
        resourceRef,
      })),
      { credentials },
    );
    return decisions.map(({ result }) => result !== AuthorizeResult.ALLOW);
  }
}

function narrow<T extends { filter?: FilterPredicate }>(
  request: T,
  access: Access,
): T {
  if (access.to !== 'some') return request;
  const allowed = toFilterPredicate(access.filter);
  const { filter } = request;
  return { ...request, filter: filter ? { $all: [allowed, filter] } : allowed };
}

function narrowCursor(cursor: QueryCursor, allowed: EntityFilter): QueryCursor {
  const { filter } = cursor;
  return {
    ...cursor,
    filter: filter ? { allOf: [allowed, filter] } : allowed,
  };
}
