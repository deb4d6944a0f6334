import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { EntityFilter } from '@backstage/plugin-catalog-node';
import { mocked } from '../http/__testUtils__/mocked';
import type { EntitiesCatalog, QueryCursor } from '../query/EntitiesCatalog';
import { AuthorizedEntitiesCatalog } from './AuthorizedEntitiesCatalog';

const credentials = mockCredentials.user();
const allowed: EntityFilter = { key: 'kind', values: ['api'] };
const allowedPredicate = { kind: 'api' };
const items = { type: 'raw' as const, entities: ['{}'] };

function setUp(result: 'ALLOW' | 'DENY' | 'CONDITIONAL') {
  const catalog = mocked<EntitiesCatalog>({
    entities: async () => ({
      entities: items,
      pageInfo: { hasNextPage: false },
    }),
    entitiesBatch: async () => ({ items }),
    queryEntities: async request => {
      const cursor: QueryCursor = request.cursor ?? {
        orderFields: [],
        orderFieldValues: ['id'],
        isPrevious: false,
        query: request.filter,
      };
      return {
        items,
        totalItems: 1,
        pageInfo: { nextCursor: cursor, prevCursor: cursor },
      };
    },
    facets: async () => ({ facets: {} }),
    entityAncestry: async rootEntityRef => ({
      rootEntityRef,
      items: ['a', 'b'].map(name => ({
        entity: { apiVersion: 'a', kind: 'K', metadata: { name } },
        parentEntityRefs: name === 'a' ? ['k:default/b'] : [],
      })),
    }),
    removeEntityByUid: async () => {},
  });
  const permissions = mockServices.permissions.mock({
    authorizeConditional: async () => [{ result, conditions: {} } as any],
    authorize: async requests =>
      requests.map((each: any) => ({
        result: each.resourceRef === 'k:default/b' ? 'DENY' : 'ALLOW',
      })) as any,
  });
  const authorized = new AuthorizedEntitiesCatalog({
    catalog,
    permissions,
    transformConditions: () => allowed,
  });
  return { authorized, catalog };
}

describe('AuthorizedEntitiesCatalog', () => {
  it('asks as the caller does when all is allowed', async () => {
    const { authorized, catalog } = setUp('ALLOW');
    const request = { credentials, filter: { a: 'b' } };
    await authorized.entities(request);
    expect(catalog.entities).toHaveBeenCalledWith(request);
    const { pageInfo } = await authorized.queryEntities(request);
    expect(pageInfo.nextCursor).toMatchObject({ query: { a: 'b' } });
  });

  it('has nothing for those who may read nothing', async () => {
    const { authorized, catalog } = setUp('DENY');
    expect(await authorized.entities({ credentials })).toEqual({
      entities: { type: 'object', entities: [] },
      pageInfo: { hasNextPage: false },
    });
    expect(
      await authorized.entitiesBatch({ credentials, entityRefs: ['a', 'b'] }),
    ).toEqual({ items: { type: 'object', entities: [null, null] } });
    expect(await authorized.queryEntities({ credentials })).toEqual({
      items: { type: 'object', entities: [] },
      pageInfo: {},
      totalItems: 0,
    });
    expect(await authorized.facets({ credentials, facets: ['kind'] })).toEqual({
      facets: { kind: [] },
    });
    await expect(
      authorized.removeEntityByUid('u', { credentials }),
    ).rejects.toThrow(expect.objectContaining({ name: 'NotAllowedError' }));
    for (const method of Object.values(catalog))
      expect(method).not.toHaveBeenCalled();
  });

  it('narrows every question to what is allowed', async () => {
    const { authorized, catalog } = setUp('CONDITIONAL');
    const filter = { a: 'b' };
    const both = expect.objectContaining({
      filter: { $all: [allowedPredicate, filter] },
    });
    const alone = expect.objectContaining({ filter: allowedPredicate });
    await authorized.entities({ credentials, filter });
    expect(catalog.entities).toHaveBeenLastCalledWith(both);
    await authorized.entities({ credentials });
    expect(catalog.entities).toHaveBeenLastCalledWith(alone);
    await authorized.entitiesBatch({ credentials, entityRefs: [], filter });
    expect(catalog.entitiesBatch).toHaveBeenLastCalledWith(both);
    await authorized.facets({ credentials, facets: ['kind'] });
    expect(catalog.facets).toHaveBeenLastCalledWith(alone);
  });

  it('keeps its filter out of cursors, and puts it into those that come back', async () => {
    const { authorized, catalog } = setUp('CONDITIONAL');
    const first = await authorized.queryEntities({
      credentials,
      filter: { a: 'b' },
    });
    const { nextCursor, prevCursor } = first.pageInfo;
    for (const cursor of [nextCursor, prevCursor])
      expect(cursor).toMatchObject({ query: { a: 'b' }, filter: undefined });

    const second = await authorized.queryEntities({
      credentials,
      cursor: nextCursor!,
    });
    expect(catalog.queryEntities).toHaveBeenLastCalledWith({
      credentials,
      cursor: expect.objectContaining({ query: { a: 'b' }, filter: allowed }),
    });
    expect(second.pageInfo.nextCursor).toMatchObject({
      query: { a: 'b' },
      filter: undefined,
    });

    const own: EntityFilter = { key: 'c' };
    const third = await authorized.queryEntities({
      credentials,
      cursor: { ...nextCursor!, filter: own },
    });
    expect(catalog.queryEntities).toHaveBeenLastCalledWith({
      credentials,
      cursor: expect.objectContaining({ filter: { allOf: [allowed, own] } }),
    });
    expect(third.pageInfo.nextCursor).toMatchObject({ filter: own });
  });

  it('removes only what may be removed', async () => {
    const { authorized, catalog } = setUp('CONDITIONAL');
    await authorized.removeEntityByUid('u', { credentials });
    expect(catalog.removeEntityByUid).toHaveBeenCalledTimes(1);
    catalog.entities.mockResolvedValueOnce({
      entities: { type: 'raw', entities: [] },
      pageInfo: { hasNextPage: false },
    });
    await expect(
      authorized.removeEntityByUid('u', { credentials }),
    ).rejects.toThrow(expect.objectContaining({ name: 'NotAllowedError' }));
    expect(catalog.removeEntityByUid).toHaveBeenCalledTimes(1);
  });

  it('shows an ancestry without what is denied', async () => {
    const { authorized } = setUp('CONDITIONAL');
    const ancestry = await authorized.entityAncestry('k:default/a', {
      credentials,
    });
    expect(ancestry.items).toHaveLength(1);
    await expect(
      authorized.entityAncestry('k:default/b', { credentials }),
    ).rejects.toThrow(expect.objectContaining({ name: 'NotAllowedError' }));
  });

  it('lets a location be removed only with all that came of it', async () => {
    const location = {
      id: '1',
      type: 'url',
      target: 'https://a',
      entityRef: 'a',
    };
    const long = { ...location, target: `https://a/${'a'.repeat(200)}` };
    const some = setUp('CONDITIONAL');
    const may = (one: typeof location) =>
      some.authorized.mayRemoveAllOf(one, { credentials });

    expect(await may(location)).toBe(false);
    expect(some.catalog.queryEntities).toHaveBeenLastCalledWith({
      credentials,
      filter: {
        $all: [
          {
            'metadata.annotations.backstage.io/managed-by-origin-location':
              'url:https://a',
          },
          { $not: allowedPredicate },
        ],
      },
      limit: 0,
    });
    const nothing = { items, totalItems: 0, pageInfo: {} };
    some.catalog.queryEntities.mockResolvedValue(nothing);
    expect(await may(location)).toBe(true);
    // By an origin this long nothing can be found.
    expect(await may(long)).toBe(false);
    some.catalog.entitiesBatch.mockResolvedValue({
      items: { type: 'raw', entities: [null] },
    });
    expect(await may(location)).toBe(false);

    for (const [result, expected] of [
      ['ALLOW', true],
      ['DENY', false],
    ] as const) {
      const { authorized } = setUp(result);
      expect(await authorized.mayRemoveAllOf(long, { credentials })).toBe(
        expected,
      );
    }
  });
});
