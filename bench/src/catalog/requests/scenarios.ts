/** A question that pages of a portal ask the catalog. */
export interface Scenario {
  /** The name of the row; others look rows up by it. */
  name: string;
  /** Path and query. */
  path: string;
  /** The body of a POST request; without one it is a GET. */
  body?: string;
  /**
   * What must be the same in both answers. `answer`: all but ids, etags and cursors. `facets`: the same, values in any order.
   * `size`: the numbers of entities only, where the order is by ids, which are random.
   */
  compare: 'answer' | 'facets' | 'size';
}

type Parameters = Record<string, string | string[]>;

const COMPONENTS_BY_NAME = {
  filter: 'kind=component',
  orderField: 'metadata.name,asc',
  limit: '20',
};
const TEAM = 'group/default/team-3';
const branch = (...terms: string[]) =>
  [...terms, 'relations.partOf=system:default/system-3'].join(',');

/** The page of 20 components with its total: the question behind a catalog page, and the one for throughput. */
export const LIST = byQuery({
  name: 'list: components by name, first page + total',
  parameters: COMPONENTS_BY_NAME,
});

/** What the battery asks, in this order. */
export const SCENARIOS: Scenario[] = [
  LIST,
  byQuery({
    name: 'list: the same without the total',
    parameters: { ...COMPONENTS_BY_NAME, totalItems: 'exclude' },
  }),
  byQuery({
    name: 'list: everything, first page',
    parameters: { limit: '20' },
    compare: 'size',
  }),
  byQuery({
    name: 'list: components owned by a team',
    parameters: {
      ...COMPONENTS_BY_NAME,
      filter: 'kind=component,relations.ownedBy=group:default/team-3',
    },
  }),
  byQuery({
    name: 'list: production services by name, descending',
    parameters: {
      filter: 'kind=component,spec.type=service,spec.lifecycle=production',
      orderField: 'metadata.name,desc',
      limit: '20',
    },
  }),
  byQuery({
    name: 'list: text filter "player"',
    parameters: { ...COMPONENTS_BY_NAME, fullTextFilterTerm: 'player' },
  }),
  byQuery({
    name: 'list: two selective branches (or)',
    parameters: {
      filter: [
        branch('kind=api', 'spec.type=grpc'),
        branch('kind=component', 'spec.type=service'),
      ],
      orderField: 'metadata.name,asc',
      limit: '2000',
      totalItems: 'exclude',
    },
  }),
  byQuery({
    name: 'count: components',
    parameters: { filter: 'kind=component', limit: '0' },
  }),
  byQuery({ name: 'count: everything', parameters: { limit: '0' } }),
  facets({
    name: 'facets: owners of systems',
    parameters: { filter: 'kind=system', facet: 'spec.owner' },
  }),
  facets({
    name: 'facets: types of components',
    parameters: { filter: 'kind=component', facet: 'spec.type' },
  }),
  facets({
    name: 'facets: the catalog page sidebar (4 facets)',
    parameters: {
      filter: 'kind=component',
      facet: [
        'spec.type',
        'spec.lifecycle',
        'relations.ownedBy',
        'metadata.tags',
      ],
    },
  }),
  {
    name: 'get: one entity by name',
    path: `/api/catalog/entities/by-name/${TEAM}`,
    compare: 'answer',
  },
  {
    name: 'get: twenty entities by ref',
    path: '/api/catalog/entities/by-refs',
    body: JSON.stringify({
      entityRefs: Array.from(
        { length: 20 },
        (_, index) => `group:default/team-${index}`,
      ),
    }),
    compare: 'answer',
  },
  {
    name: 'get: ancestry of an entity',
    path: `/api/catalog/entities/by-name/${TEAM}/ancestry`,
    compare: 'answer',
  },
  {
    name: 'get: 500 entities, legacy list',
    path: '/api/catalog/entities?limit=500',
    compare: 'size',
  },
];

/** A list of no entity, with the total of all. */
export const COUNT_PATH = '/api/catalog/entities/by-query?limit=0';

/** The path of a question for facets. */
export function facetsPath(parameters: Parameters): string {
  return `/api/catalog/entity-facets?${encode(parameters)}`;
}

function byQuery(options: {
  name: string;
  parameters: Parameters;
  compare?: Scenario['compare'];
}): Scenario {
  const { name, parameters, compare = 'answer' } = options;
  const path = `/api/catalog/entities/by-query?${encode(parameters)}`;
  return { name, path, compare };
}

function facets(options: { name: string; parameters: Parameters }): Scenario {
  const { name, parameters } = options;
  return { name, path: facetsPath(parameters), compare: 'facets' };
}

function encode(parameters: Parameters) {
  return new URLSearchParams(
    Object.entries(parameters).flatMap(([key, value]) =>
      [value].flat().map(single => [key, single]),
    ),
  ).toString();
}
