import type { EntityProcessing } from '../processing/EntityProcessing';
import {
  createTestEngine,
  testEntity,
  type TestEngine,
} from '../__testUtils__/createTestEngine';
import { startSqliteDatabases } from '../__testUtils__/testDatabases';
import { ATTEMPTS_BEFORE_QUARANTINE } from './commitResults';

jest.setTimeout(60_000);

describe('an entity that cannot be processed', () => {
  let databases: Awaited<ReturnType<typeof startSqliteDatabases>>;
  beforeAll(async () => {
    databases = await startSqliteDatabases();
  });
  afterAll(() => databases.stop());

  const failing = (key: string) => ({
    ...testEntity('Component', 'c', { fail: 'poison' }),
    locationKey: key,
  });
  const good = (key: string) => ({
    ...testEntity('Component', 'c', { by: key }),
    locationKey: key,
  });
  /** The next run, whenever it would come by itself. */
  const tryAgain = async (engine: TestEngine) => {
    await engine.ingestion.refreshRefs({
      entityRefs: ['component:default/c'],
    });
    await engine.settle();
  };

  it('keeps its name for three tries, then gives it free if it never succeeded', async () => {
    const knex = await databases.create();
    const engine = await createTestEngine({ knex });
    await engine.provider('a').full(failing('one'));
    await engine.settle();
    await engine.provider('b').full(good('two'));
    await engine.settle();
    expect(await engine.refs()).toEqual([]);
    const setAttempts = (attempts: number) =>
      knex('engine_entities').update({ attempts });
    await setAttempts(ATTEMPTS_BEFORE_QUARANTINE - 1);
    await knex('engine_entities').update({ due_at: 0 });
    // The same error again changes nothing; the attempt counts all the same.
    await engine.settle();
    await engine.provider('b').full();
    await engine.provider('b').full(good('two'));
    await engine.settle();
    expect(await engine.refs()).toEqual(['component:default/c']);
    expect((await engine.get('component:default/c'))?.spec).toEqual({
      by: 'two',
    });
    await engine.stop();
  });

  it('keeps its name for ever once it has succeeded, with the error on its status', async () => {
    const knex = await databases.create();
    const engine = await createTestEngine({ knex });
    await engine.provider('a').full(good('one'));
    await engine.settle();
    await engine.provider('a').full(failing('one'));
    await engine.settle();
    for (let i = 0; i <= ATTEMPTS_BEFORE_QUARANTINE; i++)
      await tryAgain(engine);
    await engine.provider('b').full(good('two'));
    await engine.settle();
    const entity: any = await engine.get('component:default/c');
    expect(entity.spec).toEqual({ by: 'one' });
    expect(entity.status.items[0].message).toBe('Error: poison');
    await engine.stop();
  });

  it('clears with the mended file, and its neighbours notice nothing', async () => {
    const knex = await databases.create();
    const engine = await createTestEngine({ knex });
    const neighbour = testEntity('Component', 'neighbour');
    await engine.provider('a').full(failing('one'), neighbour);
    await engine.settle();
    expect(await engine.refs()).toEqual(['component:default/neighbour']);
    await engine.provider('a').full(good('one'), neighbour);
    await engine.settle();
    expect(await engine.refs()).toEqual([
      'component:default/c',
      'component:default/neighbour',
    ]);
    await engine.stop();
  });

  it('does not hold up others while its processor hangs', async () => {
    const knex = await databases.create();
    let release = () => {};
    const hanging = new Promise<void>(resolve => {
      release = resolve;
    });
    const processing: EntityProcessing = {
      async process({ entity }) {
        if (entity.metadata.name === 'hangs') await hanging;
        return {
          ok: true,
          completedEntity: entity,
          deferredEntities: [],
          relations: [],
          refreshKeys: [],
          errors: [],
          state: {},
        };
      },
    };
    const engine = await createTestEngine({ knex, processing });
    await engine
      .provider('a')
      .full(testEntity('Component', 'hangs'), testEntity('Component', 'fine'));
    expect(await engine.refs()).toEqual(['component:default/fine']);
    await engine.provider('b').full(testEntity('Component', 'later'));
    expect(await engine.refs()).toEqual([
      'component:default/fine',
      'component:default/later',
    ]);
    release();
    await engine.settle();
    expect(await engine.refs()).toHaveLength(3);
    await engine.stop();
  });
});
