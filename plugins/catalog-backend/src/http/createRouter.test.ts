import {
  InputError,
  NotFoundError,
  ServiceUnavailableError,
} from '@backstage/errors';
import request from 'supertest';
import { encodeCursor } from './requests/encodeCursor';
import { createTestApp } from './__testUtils__/createTestApp';
import { testEntities } from './__testUtils__/testEntities';

const cursor = {
  orderFields: [],
  orderFieldValues: [],
  isPrevious: false,
  totalItems: 2,
};
const location = { type: 'url', target: 'https://host/file.yaml' };
const entity = { apiVersion: 'a', kind: 'Component', metadata: { name: 'a' } };
/** JSON of a predicate that is deeper than what descends into it could go. */
const deep = `${'{"$not":'.repeat(5000)}{}${'}'.repeat(5000)}`;
const deepCursor = Buffer.from(
  `{"orderFields":[],"orderFieldValues":[],"isPrevious":false,"query":${deep}}`,
).toString('base64');

type Row = [method: string, path: string, status: number, body?: unknown];

const rows: Row[] = [
  ['get', '/entities', 200],
  ['get', '/entities?fields=kind,metadata.name', 200],
  ['get', '/entities?fields=spec[0]', 400],
  ['get', '/entities?filter=kind=a,spec.type&filter=b', 200],
  ['get', '/entities?filter==a', 400],
  ['get', '/entities?filter=', 400],
  ['get', '/entities?filter[x]=1', 400],
  ['get', '/entities?__proto__=1', 200],
  ['get', '/entities?filter[__proto__]=1', 400],
  ['get', '/entities?limit=1', 200],
  ['get', '/entities?limit=0', 400],
  ['get', '/entities?limit=x', 400],
  ['get', '/entities?limit=1&limit=2', 400],
  ['get', '/entities?offset=1', 200],
  ['get', '/entities?offset=-1', 400],
  ['get', '/entities?after=a', 200],
  ['get', '/entities?after=', 400],
  ['get', '/entities?order=asc:kind', 200],
  ['get', '/entities?order=kind', 400],
  ['get', '/entities?cursor=a', 400],
  ['get', '/entities/by-query', 200],
  ['get', '/entities/by-query?fields=kind', 200],
  ['get', '/entities/by-query?limit=0&offset=0', 200],
  ['get', '/entities/by-query?limit=-1', 400],
  ['get', '/entities/by-query?offset=1.5', 400],
  ['get', '/entities/by-query?orderField=a,asc&orderField=b', 200],
  ['get', '/entities/by-query?orderField=a,up', 400],
  ['get', `/entities/by-query?cursor=${encodeCursor(cursor)}`, 200],
  ['get', '/entities/by-query?cursor=x', 400],
  ['get', `/entities/by-query?cursor=${encodeCursor({ a: 1 })}`, 400],
  ['get', '/entities/by-query?cursor=a&cursor=b', 400],
  ['get', '/entities/by-query?filter=kind', 200],
  ['get', '/entities/by-query?filter==', 400],
  ['get', '/entities/by-query?totalItems=exclude', 200],
  ['get', '/entities/by-query?totalItems=some', 400],
  ['get', '/entities/by-query?fullTextFilterTerm=a', 200],
  ['get', '/entities/by-query?fullTextFilterTerm=a&fullTextFilterTerm=b', 400],
  ['get', '/entities/by-query?fullTextFilterFields=a,b', 200],
  ['get', '/entities/by-query?fullTextFilterFields=', 400],
  ['get', '/entities/by-query?unknown=1', 400],
  ['post', '/entities/by-query', 200, {}],
  ['post', '/entities/by-query', 200, { query: { kind: 'a' }, limit: 2 }],
  ['post', '/entities/by-query', 400, { query: 'a' }],
  ['post', '/entities/by-query', 400, { query: { kind: { $no: 1 } } }],
  ['post', '/entities/by-query', 400, `{"query":${deep}}`],
  ['post', '/entities/by-query', 400, { limit: '2' }],
  ['post', '/entities/by-query', 200, { offset: 2 }],
  ['post', '/entities/by-query', 400, { offset: null }],
  ['post', '/entities/by-query', 200, { fields: ['kind'] }],
  ['post', '/entities/by-query', 400, { fields: 'kind' }],
  ['post', '/entities/by-query', 200, { cursor: encodeCursor(cursor) }],
  ['post', '/entities/by-query', 400, { cursor: '' }],
  ['post', '/entities/by-query', 400, { cursor: deepCursor }],
  [
    'post',
    '/entities/by-query',
    200,
    { orderBy: [{ field: 'kind', order: 'asc' }] },
  ],
  ['post', '/entities/by-query', 400, { orderBy: [{ field: 'kind' }] }],
  ['post', '/entities/by-query', 200, { fullTextFilter: { term: 'a' } }],
  ['post', '/entities/by-query', 400, { fullTextFilter: { term: 1 } }],
  ['post', '/entities/by-query', 200, { totalItems: 'include' }],
  ['post', '/entities/by-query', 400, { totalItems: 'some' }],
  ['get', '/entities/by-uid/u', 200],
  ['get', '/entities/by-uid/u?fields=kind', 400],
  ['get', '/entities/by-uid/%ff', 400],
  ['delete', '/entities/by-uid/u', 204],
  ['delete', '/entities/by-uid/u?force=1', 400],
  ['get', '/entities/by-name/component/default/one', 200],
  ['get', '/entities/by-name/component/default/one?fields=kind', 400],
  ['get', '/entities/by-name/component/default/%ff', 400],
  ['get', '/entities/by-name/component/default', 404],
  ['get', '/entities/by-name/component/default/one/ancestry', 200],
  ['get', '/entities/by-name/component/default/one/ancestry?a=b', 400],
  ['post', '/entities/by-refs', 200, { entityRefs: ['component:one'] }],
  [
    'post',
    '/entities/by-refs?filter=kind=a',
    200,
    { entityRefs: ['a'], fields: ['kind'], query: { kind: 'a' } },
  ],
  ['post', '/entities/by-refs', 400, { entityRefs: 'a' }],
  ['post', '/entities/by-refs', 400, { entityRefs: [1] }],
  ['post', '/entities/by-refs', 400, { entityRefs: ['a'], fields: 'a' }],
  ['post', '/entities/by-refs', 400, { entityRefs: ['a'], query: [] }],
  ['post', '/entities/by-refs', 400, `{"entityRefs":[],"query":${deep}}`],
  ['post', '/entities/by-refs', 400, { a: 1 }],
  ['get', '/entity-facets?facet=kind&filter=a', 200],
  ['get', '/entity-facets', 400],
  ['get', '/entity-facets?facet=', 400],
  ['get', '/entity-facets?facet=kind&limit=1', 400],
  ['post', '/entity-facets', 200, { facets: ['kind'], query: { kind: 'a' } }],
  ['post', '/entity-facets', 400, { facets: [] }],
  ['post', '/entity-facets', 400, { facets: 'kind' }],
  ['post', '/entity-facets', 400, { facets: ['kind'], query: { $no: 1 } }],
  ['post', '/refresh', 200, { entityRef: 'a' }],
  ['post', '/refresh', 400, { entityRef: 1 }],
  ['post', '/refresh', 400, { entityRef: 'a', more: 1 }],
  ['post', '/locations', 201, location],
  ['post', '/locations?dryRun=true&onConflict=refresh', 201, location],
  ['post', '/locations?onConflict=ignore', 400, location],
  ['post', '/locations', 400, { type: 'url' }],
  ['post', '/locations', 400, { ...location, more: 1 }],
  ['post', '/locations', 400, { ...location, presence: 'maybe' }],
  ['get', '/locations', 200],
  ['get', '/locations?limit=1', 400],
  ['post', '/locations/by-query', 200, { limit: 2 }],
  ['post', '/locations/by-query', 200, { query: { type: 'url' } }],
  ['post', '/locations/by-query', 400, { query: { $no: 1 } }],
  ['post', '/locations/by-query', 400, { limit: 0 }],
  ['post', '/locations/by-query', 400, { cursor: 'x' }],
  ['post', '/locations/by-query', 400, `{"query":${deep}}`],
  ['post', '/entity-facets', 400, `{"facets":["a"],"query":${deep}}`],
  ['post', '/locations/by-query', 400, { cursor: encodeCursor({ limit: 0 }) }],
  ['get', '/locations/1', 200],
  ['get', '/locations/1?a=b', 400],
  ['put', '/locations/1', 200, location],
  ['put', '/locations/1', 400, { type: 'url' }],
  ['delete', '/locations/1', 204],
  ['get', '/locations/by-entity/component/default/one', 200],
  ['get', '/locations/by-entity/component/default/one?a=b', 400],
  ['post', '/analyze-location', 200, { location, catalogFilename: 'a.yaml' }],
  ['post', '/analyze-location', 400, { location: { type: 'url' } }],
  ['post', '/analyze-location', 400, { location, catalogFilename: 1 }],
  ['post', '/validate-entity', 200, { entity, location: 'url:https://a' }],
  ['post', '/validate-entity', 400, { entity, location: 'file:/etc/passwd' }],
  ['post', '/validate-entity', 400, { entity: {}, location: 'url:https://a' }],
  ['post', '/validate-entity', 400, { entity }],
  ['get', '/openapi.json', 200],
  ['get', '/nothing', 404],
];

describe('createRouter', () => {
  // One for all: it takes a while to create.
  const { app: tableApp } = createTestApp();

  it.each(rows.map(row => ({ row, what: row.slice(0, 3).join(' ') })))(
    'answers $what',
    async ({ row: [method, path, status, body] }) => {
      const asked = (request(tableApp) as any)[method](`/api/catalog${path}`);
      const response = await (body === undefined
        ? asked
        : asked.type('application/json').send(body));
      const { error, errors } = response.body;
      const reason: unknown =
        status === 400 && (error?.message ?? errors[0].message);
      expect({ status: response.status, hasReason: Boolean(reason) }).toEqual({
        status,
        hasReason: status === 400,
      });
    },
  );

  it('sends serialised entities as they are', async () => {
    const { app, entitiesCatalog } = createTestApp();
    entitiesCatalog.queryEntities.mockResolvedValueOnce({
      items: { type: 'raw', entities: ['{ "kind" : 1.0 }', null] },
      totalItems: 5,
      pageInfo: { nextCursor: cursor },
    });
    const response = await request(app).get('/api/catalog/entities/by-query');
    expect(response.text).toBe(
      `{"items":[{ "kind" : 1.0 },null],"totalItems":5,"pageInfo":{"nextCursor":"${encodeCursor(
        cursor,
      )}"}}`,
    );
    expect(response.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'content-length': String(Buffer.byteLength(response.text)),
    });
    expect(response.headers).not.toHaveProperty('etag');
  });

  it('links to the next page of the older list', async () => {
    const { app } = createTestApp();
    const response = await request(app).get(
      '/api/catalog/entities?offset=2&limit=3&filter=kind=a',
    );
    expect(response.headers.link).toBe(
      '</entities?limit=3&filter=kind%3Da&after=end%3D>; rel="next"',
    );
    expect(response.body).toEqual(testEntities);
  });

  it('lists everything page by page', async () => {
    const { app, entitiesCatalog } = createTestApp();
    const toPage = (names: string[], nextCursor?: typeof cursor) => ({
      items: { type: 'raw' as const, entities: names.map(n => `"${n}"`) },
      totalItems: 0,
      pageInfo: { nextCursor },
    });
    entitiesCatalog.queryEntities
      .mockResolvedValueOnce(toPage(['a', 'ü'], cursor))
      .mockResolvedValueOnce(toPage(['x'.repeat(200_000)], cursor))
      .mockResolvedValueOnce(toPage([]));
    const response = await request(app).get('/api/catalog/entities');
    expect(response.body).toEqual(['a', 'ü', 'x'.repeat(200_000)]);
    expect(entitiesCatalog.queryEntities).toHaveBeenCalledTimes(3);
  });

  it('lists nothing', async () => {
    const { app, entitiesCatalog } = createTestApp();
    entitiesCatalog.queryEntities.mockResolvedValueOnce({
      items: { type: 'raw', entities: [] },
      totalItems: 0,
      pageInfo: {},
    });
    const response = await request(app).get('/api/catalog/entities');
    expect(response.text).toBe('[]');
    expect(response.headers['content-type']).toBe(
      'application/json; charset=utf-8',
    );
  });

  it('breaks off the answer when a later page fails', async () => {
    const { app, entitiesCatalog, event } = createTestApp();
    entitiesCatalog.queryEntities
      .mockResolvedValueOnce({
        items: { type: 'raw', entities: ['1'] },
        totalItems: 0,
        pageInfo: { nextCursor: cursor },
      })
      .mockRejectedValueOnce(new Error('gone'));
    await expect(request(app).get('/api/catalog/entities')).rejects.toThrow(
      /aborted|hang up/,
    );
    expect(event.fail).toHaveBeenCalledTimes(1);
    expect(event.success).not.toHaveBeenCalled();
  });

  it('says when to come back', async () => {
    const { app, entitiesCatalog, locationService } = createTestApp();
    const error = new ServiceUnavailableError('The database is away');
    entitiesCatalog.queryEntities.mockRejectedValueOnce(error);
    locationService.createLocation.mockRejectedValueOnce(error);
    for (const asked of [
      request(app).get('/api/catalog/entities/by-query'),
      request(app).post('/api/catalog/locations').send(location),
    ]) {
      const response = await asked;
      expect(response.status).toBe(503);
      expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    }
  });

  it.each([
    ['get', '/entities/by-name/component/default/no', { items: [null] }],
    ['get', '/entities/by-uid/no', { items: [] }],
  ])('answers %s %s with 404', async (_, path, { items }) => {
    const { app, entitiesCatalog, event } = createTestApp();
    const bodies = { type: 'raw' as const, entities: items };
    entitiesCatalog.entitiesBatch.mockResolvedValueOnce({ items: bodies });
    entitiesCatalog.entities.mockResolvedValueOnce({
      entities: bodies,
      pageInfo: { hasNextPage: false },
    });
    const response = await request(app).get(`/api/catalog${path}`);
    expect(response.status).toBe(404);
    expect(event.fail).toHaveBeenCalledTimes(1);
    expect(event.success).not.toHaveBeenCalled();
  });

  it('passes errors of the catalog on', async () => {
    const { app, entitiesCatalog } = createTestApp();
    entitiesCatalog.facets.mockRejectedValueOnce(new InputError('too much'));
    entitiesCatalog.entityAncestry.mockRejectedValueOnce(
      new NotFoundError('No such entity'),
    );
    const facets = await request(app).get('/api/catalog/entity-facets?facet=a');
    expect(facets.status).toBe(400);
    expect(facets.body.error.message).toBe('too much');
    const ancestry = await request(app).get(
      '/api/catalog/entities/by-name/a/b/c/ancestry',
    );
    expect(ancestry.status).toBe(404);
  });

  it.each(['/entities/by-refs', '/entities/by-query', '/locations'])(
    'refuses a huge body at %s',
    async path => {
      const { app } = createTestApp();
      const response = await request(app)
        .post(`/api/catalog${path}`)
        .send({ entityRefs: ['x'.repeat(200_000)] });
      expect(response.status).toBe(400);
      expect(response.body.error.message).toBe('request entity too large');
    },
  );

  it('pages through locations', async () => {
    const { app, locationService } = createTestApp();
    const first = await request(app)
      .post('/api/catalog/locations/by-query')
      .send({ limit: 2, query: { type: 'url' } });
    expect(first.body.items.map((each: any) => each.id)).toEqual(['1', '2']);
    expect(first.body.totalItems).toBe(3);
    await request(app)
      .post('/api/catalog/locations/by-query')
      .send({ cursor: first.body.pageInfo.nextCursor });
    expect(locationService.queryLocations).toHaveBeenLastCalledWith({
      limit: 3,
      afterId: '2',
      query: { type: 'url' },
      credentials: expect.anything(),
    });
  });

  it('only shows in readonly mode', async () => {
    const { app, locationService } = createTestApp({ isReadonly: true });
    const api = request(app);
    expect(
      await api.post('/api/catalog/locations').send(location),
    ).toHaveProperty('status', 403);
    expect(
      await api.put('/api/catalog/locations/1').send(location),
    ).toHaveProperty('status', 403);
    expect(await api.delete('/api/catalog/locations/1')).toHaveProperty(
      'status',
      403,
    );
    expect(locationService.createLocation).not.toHaveBeenCalled();
    expect(
      await api.post('/api/catalog/locations?dryRun=true').send(location),
    ).toHaveProperty('status', 201);
  });
});
