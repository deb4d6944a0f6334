import { LIST, SCENARIOS } from './scenarios';

const COMPONENTS = 'filter=kind%3Dcomponent';
const BY_NAME = 'orderField=metadata.name%2Casc';
const QUERY = '/api/catalog/entities/by-query';
const FACETS = '/api/catalog/entity-facets';

describe('SCENARIOS', () => {
  it('asks these questions under these names', () => {
    expect(SCENARIOS.map(({ name }) => name)).toEqual([
      'list: components by name, first page + total',
      'list: the same without the total',
      'list: everything, first page',
      'list: components owned by a team',
      'list: production services by name, descending',
      'list: text filter "player"',
      'list: two selective branches (or)',
      'count: components',
      'count: everything',
      'facets: owners of systems',
      'facets: types of components',
      'facets: the catalog page sidebar (4 facets)',
      'get: one entity by name',
      'get: twenty entities by ref',
      'get: ancestry of an entity',
      'get: 500 entities, legacy list',
    ]);
  });

  it('encodes what has a meaning in a query', () => {
    expect(LIST.path).toBe(`${QUERY}?${COMPONENTS}&${BY_NAME}&limit=20`);
    expect(
      SCENARIOS.filter(({ path }) => path.startsWith(FACETS)),
    ).toHaveLength(3);
  });

  it('has a name of its own for each', () => {
    expect(new Set(SCENARIOS.map(({ name }) => name)).size).toBe(
      SCENARIOS.length,
    );
  });

  it('posts the references of twenty teams', () => {
    const posted = SCENARIOS.filter(({ body }) => body);
    expect(posted.map(({ name }) => name)).toEqual([
      'get: twenty entities by ref',
    ]);
    const { entityRefs } = JSON.parse(posted[0].body!);
    expect(entityRefs).toHaveLength(20);
    expect(entityRefs.at(-1)).toBe('group:default/team-19');
  });
});
