import request from 'supertest';
import { createRoutes } from '../createRoutes';
import { createValidatedRouter } from '../createValidatedRouter';
import { createTestApp } from '../__testUtils__/createTestApp';

const queries = [
  '',
  '?',
  'filter=kind=a',
  'filter=kind%3Da&filter=b',
  'filter[]=a&filter[]=b',
  'filter[3]=a&filter[1]=b',
  'filter[a]=b',
  'filter=',
  'filter',
  'filter=a%00b',
  'filter=a+b%20c',
  'filter=%zz',
  'filter=%E0%A4%A',
  'FILTER=a',
  'fields=a,b',
  'fields=a&fields=b,c',
  'fields=,',
  'fields=__proto__,constructor',
  'limit=1',
  'limit=0',
  'limit=007',
  'limit=-0',
  'limit=+1',
  'limit=%201',
  'limit=1.0',
  'limit=1e1',
  'limit=0x1',
  'limit=999999999999999999999',
  'limit=1&limit=2',
  'offset=2',
  'offset=x',
  'after=x',
  'order=asc:a',
  'order=asc:a&order=desc:b',
  'orderField=a',
  'orderField=a,asc&orderField=b,desc',
  'totalItems=include',
  'totalItems=INCLUDE',
  'totalItems=include&totalItems=include',
  'cursor=x',
  'cursor[]=x',
  'fullTextFilterTerm=a',
  'fullTextFilterTerm[]=a',
  'fullTextFilterFields=a,b',
  'fullTextFilterFields=a&fullTextFilterFields=b',
  'facet=a',
  'facet=a&facet=b',
  'facet=a&filter=b',
  'facet[]=',
  '__proto__=a',
  'constructor=a',
  'hasOwnProperty=a',
  Array.from({ length: 30 }, (_, i) => `filter=k${i}`).join('&'),
].map(query => (query.startsWith('?') || !query ? query : `?${query}`));

const paths = [
  '/entities',
  '/entities/',
  '/Entities',
  '/entities/by-query',
  '/entities/by-query/',
  '/entity-facets',
  '/entities/by-name/a/b/c',
  '/entities/by-name/a/b/c%2Fd%20e',
  '/entities/by-name/a/b/%ff',
  '/entities/by-name/a//c',
  '/entities/by-name/a/b/c/ancestry',
  '/entities/by-name/a/b/c/d',
];

const bodies = [
  '',
  '{',
  '[]',
  'null',
  '{}',
  '{"__proto__":{"entityRefs":["a"]}}',
  '{"entityRefs":["a"]}',
  '{"entityRefs":["a"],"more":1}',
  '{"entityRefs":["a"],"fields":[],"query":{}}',
  '{"entityRefs":["a"],"fields":null}',
  '{"entityRefs":[null]}',
  '{"entityRefs":["a"],"query":[]}',
  '{"entityRefs":["a"],"query":{"kind":{"$in":["a"]}}}',
  '{"facets":["a"]}',
  '{"facets":["a",""],"query":null}',
  '{"facets":[]}',
  '{"limit":1,"offset":0.5}',
  '{"limit":"1"}',
  '{"orderBy":[{"field":"a","order":"asc","more":1}]}',
  '{"orderBy":[{"field":"a","order":"up"}]}',
  '{"orderBy":{}}',
  '{"fullTextFilter":{"term":"a","fields":["b"]},"totalItems":"exclude"}',
  '{"fullTextFilter":[]}',
  '{"query":{"kind":"a"},"fields":["kind"]}',
  '{"query":"a"}',
  '{"cursor":""}',
  `{"more":"${'x'.repeat(150_000)}"}`,
];

const contentTypes = [
  'application/json',
  'application/json; charset=utf-8',
  'application/json;charset=latin1',
  'text/plain',
];

/** The fast routes in front, and the validated ones alone. */
const apps = [
  createTestApp(),
  createTestApp({
    create: options => createValidatedRouter(createRoutes(options)),
  }),
];

/** What both answer to a request, and what they ask the catalog. */
async function askBoth(ask: (api: any) => PromiseLike<any>) {
  const answers = [];
  for (const { app, entitiesCatalog } of apps) {
    jest.clearAllMocks();
    const { status, text, headers } = await ask(request(app));
    answers.push({
      status,
      text,
      type: headers['content-type'],
      asked: Object.values(entitiesCatalog).map(method =>
        JSON.stringify(method.mock.calls),
      ),
    });
  }
  return answers;
}

describe('createFastRoutes', () => {
  it.each(paths)('changes no answer to GET %s', async path => {
    for (const query of queries) {
      const [fast, validated] = await askBoth(api =>
        api.get(`/api/catalog${path}${query}`),
      );
      expect({ query, ...fast }).toEqual({ query, ...validated });
    }
  });

  it.each(['/entities/by-refs', '/entities/by-query', '/entity-facets'])(
    'changes no answer to POST %s',
    async path => {
      const variants = [
        ...contentTypes.map(type => ({ type, query: '' })),
        { type: contentTypes[0], query: '?filter=a' },
        { type: contentTypes[0], query: '?x=1' },
      ];
      for (const body of bodies) {
        for (const { type, query } of variants) {
          const [fast, validated] = await askBoth(api =>
            api
              .post(`/api/catalog${path}${query}`)
              .set('content-type', type)
              .send(body),
          );
          const sent = { body, type, query };
          expect({ ...sent, ...fast }).toEqual({ ...sent, ...validated });
        }
      }
    },
  );
});
