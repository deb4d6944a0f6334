import {
  createTestEngine,
  testEntity,
} from '../__testUtils__/createTestEngine';
import { DATABASES, type TestDatabases } from '../__testUtils__/testDatabases';

jest.setTimeout(180_000);
const CHILDREN = 10_000;

describe.each(DATABASES)('a parent with 10,000 children, on %s', (_, start) => {
  let databases: TestDatabases;
  beforeAll(async () => {
    databases = await start();
  });
  afterAll(() => databases.stop());

  it('goes and comes back with all of them, without orphans or stale relations', async () => {
    const knex = await databases.create();
    const engine = await createTestEngine({ knex });
    const a = engine.provider('a');
    const parent = testEntity('Location', 'parent', {
      emit: Array.from({ length: CHILDREN }, (__, i) =>
        testEntity('Component', `c-${i}`, { owner: 'g' }),
      ) as any,
    });
    const group = testEntity('Group', 'g');
    const counts = async () => {
      const { facets } = await engine.entitiesCatalog.facets({
        credentials: {} as any,
        facets: ['kind', 'relations.ownedBy'],
      });
      const { totalItems } = await engine.entitiesCatalog.queryEntities({
        credentials: {} as any,
        limit: 0,
        filter: { kind: 'Component' },
      });
      return {
        listed: totalItems,
        owned: facets['relations.ownedBy'][0]?.count ?? 0,
        ofKind:
          facets.kind.find(({ value }) => value === 'Component')?.count ?? 0,
      };
    };
    const all = { listed: CHILDREN, owned: CHILDREN, ofKind: CHILDREN };
    const none = { listed: 0, owned: 0, ofKind: 0 };
    const owned = async () =>
      (await engine.get('group:default/g'))?.relations?.length;

    await a.full(parent, group);
    await engine.settle();
    expect(await counts()).toEqual(all);
    expect(await owned()).toBe(CHILDREN);

    await a.full(group);
    expect(await counts()).toEqual(none);
    await engine.settle();
    expect(await owned()).toBe(0);

    await a.full(parent, group);
    await engine.settle();
    expect(await counts()).toEqual(all);
    expect(await owned()).toBe(CHILDREN);
    const { totalItems: orphans } = await engine.entitiesCatalog.queryEntities({
      credentials: {} as any,
      limit: 0,
      filter: { 'metadata.annotations.backstage.io/orphan': 'true' },
    });
    expect(orphans).toBe(0);
    await engine.stop();
  });
});
