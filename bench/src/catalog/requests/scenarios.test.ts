import { LIST, SCENARIOS } from './scenarios';

const COMPONENTS = 'filter=kind%3Dcomponent';
const BY_NAME = 'orderField=metadata.name%2Casc';
const QUERY = '/api/catalog/entities/by-query';
const FACETS = '/api/catalog/entity-facets';

describe('SCENARIOS', () => {
  it('asks these questions under these names', () => {
    expect(
      SCENARIOS.map(({ name, path }) => [name, decodeURIComponent(path)]),
    ).toMatchInlineSnapshot();
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
