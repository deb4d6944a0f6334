import { get, type GuardedQuestion } from './startGuarded';

const mcp = (tool: string, args: object): GuardedQuestion => ({
  route: 'POST /mcp-actions/v1',
  headers: { accept: 'application/json, text/event-stream' },
  body: {
    jsonrpc: '2.0',
    id: 1,
    method: 'tools/call',
    params: { name: tool, arguments: args },
  },
});

/** All ways to ask about a component in a portal, and whether there is one. */
export const entityQuestions = ({
  name,
  uid,
}: {
  name: string;
  uid: string;
}): Record<string, GuardedQuestion> => ({
  'by ref': get(`/catalog/entities/by-name/component/default/${name}`),
  'by ref, in other case': get(
    `/catalog/entities/by-name/Component/Default/${name.toLocaleUpperCase(
      'en',
    )}`,
  ),
  'by uid': get(`/catalog/entities/by-uid/${uid}`),
  'by refs': {
    route: 'POST /catalog/entities/by-refs',
    body: {
      entityRefs: [`component:default/${name}`, 'component:default/beta'],
    },
  },
  list: get('/catalog/entities'),
  'list of a kind': get('/catalog/entities?filter=kind=component'),
  'list by label': get('/catalog/entities?filter=metadata.labels.secret=yes'),
  'list by relation': get(
    `/catalog/entities?filter=relations.ownedby=group:default/team-of-${name}`,
  ),
  page: get('/catalog/entities/by-query?limit=2&orderField=metadata.name,asc'),
  'page from behind': get(
    '/catalog/entities/by-query?limit=2&orderField=metadata.name,desc',
  ),
  'page with an offset': get(
    '/catalog/entities/by-query?limit=2&offset=2&orderField=metadata.name,asc',
  ),
  'order by what only it has': get(
    '/catalog/entities/by-query?orderField=metadata.labels.secret,asc',
  ),
  'order by its type': get(
    '/catalog/entities/by-query?orderField=spec.type,desc',
  ),
  'text of it': get(
    `/catalog/entities/by-query?fullTextFilterTerm=${name}&fullTextFilterFields=metadata.name,spec.owner`,
  ),
  'suggestion from its first letters': get(
    `/catalog/entities/by-query?fullTextFilterTerm=${name.slice(
      0,
      2,
    )}&fullTextFilterFields=metadata.name`,
  ),
  predicate: {
    route: 'POST /catalog/entities/by-query',
    body: { query: { 'metadata.name': name } },
  },
  'number of components': get(
    '/catalog/entities/by-query?limit=0&filter=kind=component',
  ),
  facets: get(
    '/catalog/entity-facets?facet=kind&facet=metadata.name&facet=metadata.tags&facet=metadata.labels.secret&facet=spec.type&facet=spec.owner&facet=relations.ownedBy',
  ),
  ancestry: get(`/catalog/entities/by-name/component/default/${name}/ancestry`),
  removal: { route: `DELETE /catalog/entities/by-uid/${uid}` },
  search: get(`/search/query?term=${name}`),
  'search for everything': get('/search/query?term='),
  'search, beyond the last': get(
    '/search/query?term=&pageLimit=3&pageCursor=MQ==',
  ),
  'search with a filter': get(
    `/search/query?term=&types[0]=software-catalog&filters[type]=type-of-${name}`,
  ),
  new: get('/home/new'),
  'docs metadata': get(`/techdocs/metadata/techdocs/default/component/${name}`),
  'docs entity': get(`/techdocs/metadata/entity/default/component/${name}`),
  docs: get(`/techdocs/static/docs/default/component/${name}/index.html`),
  'docs sync': get(`/techdocs/sync/default/component/${name}`),
  'MCP entity': mcp('catalog.get-catalog-entity', { name }),
  'MCP query': mcp('catalog.query-catalog-entities', {
    query: { kind: 'Component' },
  }),
  'MCP query for it': mcp('catalog.query-catalog-entities', {
    query: { 'metadata.name': name },
  }),
  'MCP model': mcp('catalog.get-catalog-model-description', {}),
});
