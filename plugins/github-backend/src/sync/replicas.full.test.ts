import {
  startReading,
  type Reading,
} from '../github/__testUtils__/startReading';
import {
  DATABASES,
  type Databases,
} from '../people/__testUtils__/startDatabases';
import { migrationSource } from '../store/migrations';
import { changesOf } from './__testUtils__/changeRepository';
import { openMirror } from './__testUtils__/openMirror';

const names = Array.from({ length: 12 }, (_each, index) => `r${index}`);

describe.each(DATABASES.filter(([name]) => name === 'PostgreSQL'))(
  'two replicas on %s',
  (_name, startDatabases) => {
    let databases: Databases;
    let reading: Reading;
    beforeAll(async () => {
      databases = await startDatabases();
      reading = await startReading();
      names.forEach(name =>
        reading.add(name, { 'catalog-info.yaml': 'kind: Component # old\n' }),
      );
    }, 60_000);
    afterAll(async () => {
      await reading.stop();
      await databases.stop();
    });

    it('share runs and questions, and lose none', async () => {
      const knex = await databases.create();
      await knex.migrate.latest({ migrationSource });
      const first = await openMirror({ reading, knex });
      const { catalog } = first;
      const second = await openMirror({ reading, knex, catalog });
      const both = [first, second];
      await Promise.all(both.map(mirror => mirror.run()));
      expect(catalog.has()).toHaveLength(names.length + 2);
      expect(
        catalog.told().mutations.filter(({ type }) => type === 'full'),
      ).toHaveLength(1);

      const change = changesOf(reading);
      for (const name of names) {
        await change.push(name, 'kind: Component # new\n');
      }
      reading.asked();
      // Each hears of every push, as from a bus that hands events to all.
      await Promise.all(
        both.flatMap(({ mirror }) =>
          names.map(name =>
            mirror.hint([
              { host: reading.host, owner: 'acme', name, reason: 'push' },
            ]),
          ),
        ),
      );
      for (const { mirror } of both) await mirror.settled();
      await first.tasks
        .get('github-mirror-queue')!
        .fn(new AbortController().signal);
      for (const { mirror } of both) await mirror.settled();
      expect((await first.status()).queued).toBe(0);
      for (const name of names) {
        const target = `${reading.sandbox.url}/acme/${name}/blob/main/catalog-info.yaml`;
        expect(await second.store.view.filesAt({ target })).toMatchObject({
          files: [{ text: 'kind: Component # new\n' }],
        });
      }
      expect(reading.asked().length).toBeLessThan(2 * names.length);
      expect(await second.run()).toHaveLength(1);
      both.forEach(({ mirror }) => mirror.stop());
    });

    it('miss nothing though their clocks differ', async () => {
      const knex = await databases.create();
      await knex.migrate.latest({ migrationSource });
      const fast = await openMirror({ reading, knex, aheadMs: 600_000 });
      const { catalog } = fast;
      const slow = await openMirror({ reading, knex, catalog });
      await fast.run();
      const change = changesOf(reading);
      await change.push('r1', 'kind: Component # by the fast one\n');
      await fast.hint('r1');
      await change.push('r1', 'kind: Component # by the slow one\n');
      await slow.hint('r1');
      const target = `${reading.sandbox.url}/acme/r1/blob/main/catalog-info.yaml`;
      expect(await fast.store.view.filesAt({ target })).toMatchObject({
        files: [{ text: 'kind: Component # by the slow one\n' }],
      });
      [fast, slow].forEach(({ mirror }) => mirror.stop());
    });
  },
);
