import {
  startReading,
  type Reading,
} from '../github/__testUtils__/startReading';
import { openMirror, openSqlite } from './__testUtils__/openMirror';

jest.setTimeout(60_000);

let reading: Reading;
beforeEach(async () => {
  reading = await startReading({ hasToken: false });
  reading.add('shop', { 'catalog-info.yaml': 'kind: Component\n' });
});
afterEach(() => reading.stop());

it('reads what was never read, and what was not again', async () => {
  const knex = await openSqlite();
  const first = await openMirror({ reading, knex });
  await first.mirror.beginFirst();
  await first.mirror.settled();
  expect((await first.mirror.status())[0].lastFullAt).toBeDefined();
  reading.asked();

  const restarted = await openMirror({ reading, knex });
  await restarted.mirror.beginFirst();
  await restarted.mirror.settled();
  expect(reading.asked()).toEqual([]);
  await knex.destroy();
});

it('keeps an initial delay', async () => {
  const mirror = await openMirror({
    reading,
    github: {
      host: reading.host,
      organization: 'acme',
      schedule: {
        frequency: { minutes: 5 },
        timeout: { minutes: 5 },
        initialDelay: { seconds: 30 },
      },
    },
  });
  await mirror.mirror.beginFirst();
  await mirror.mirror.settled();
  expect((await mirror.mirror.status())[0].lastFullAt).toBeUndefined();
});
