import {
  createTestEngine,
  testEntity,
} from '../__testUtils__/createTestEngine';
import {
  startPostgresDatabases,
  type TestDatabases,
} from '../__testUtils__/testDatabases';
import { until } from '../__testUtils__/until';
import { checksumOfDatabase } from '../storage/verifyMemory';

jest.setTimeout(120_000);

const AWAY_MS = 20_000;
const RECOVERED_MS = 10_000;

describe('a PostgreSQL server that is killed and comes back', () => {
  let databases: TestDatabases;
  beforeAll(async () => {
    databases = await startPostgresDatabases();
  });
  afterAll(() => databases.stop());

  it('leaves every list whole, loses nothing that was acknowledged, and all replicas recover by themselves', async () => {
    const knex = await databases.create();
    const other = await databases.connect(knex);
    const one = await createTestEngine({ knex });
    const two = await createTestEngine({ knex: other });
    const group = testEntity('Group', 'g');
    await one.provider('a').full(group);
    await until(() => two.index().size === 1);

    const acknowledged: string[] = [];
    const refused: unknown[] = [];
    let isWriting = true;
    const writing = (async () => {
      for (let n = 0; isWriting; n++) {
        const name = `c-${n}`;
        await one
          .provider('b')
          .delta([testEntity('Component', name, { owner: 'g' })])
          .then(
            () => acknowledged.push(`component:default/${name}`),
            error => refused.push(error),
          );
        await new Promise(resolve => setTimeout(resolve, 5));
      }
    })();
    let isReading = true;
    const short: number[] = [];
    const reading = (async () => {
      while (isReading) {
        const least = acknowledged.length + 1;
        const { length } = await one.refs();
        if (length < least) short.push(length);
        await new Promise(resolve => setTimeout(resolve, 5));
      }
    })();

    await until(() => acknowledged.length > 20);
    await databases.postgres!.crash();
    await new Promise(resolve => setTimeout(resolve, AWAY_MS));
    expect(refused.length).toBeGreaterThan(0);
    for (const error of refused) {
      expect(error).toMatchObject({ name: 'ServiceUnavailableError' });
    }
    expect((await one.get('group:default/g'))?.metadata.name).toBe('g');

    const before = acknowledged.length;
    await databases.postgres!.resume();
    const resumedAt = performance.now();
    await until(() => acknowledged.length > before + 5);
    isWriting = false;
    await writing;
    await until(() => one.index().checksum() === two.index().checksum());
    expect(performance.now() - resumedAt).toBeLessThan(RECOVERED_MS);
    isReading = false;
    await reading;
    expect(short).toEqual([]);

    await one.settle();
    await until(() => one.index().checksum() === two.index().checksum());
    const refs = await two.refs();
    expect(refs).toEqual(expect.arrayContaining(acknowledged));
    expect((await two.get('group:default/g'))?.relations).toHaveLength(
      refs.length - 1,
    );
    expect((await checksumOfDatabase({ knex })).checksum).toBe(
      one.index().checksum(),
    );
    await one.stop();
    await two.stop();
  });
});
