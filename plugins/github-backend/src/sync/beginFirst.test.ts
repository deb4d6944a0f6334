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

it('leaves nothing to the first scheduled run, and everything to the next', async () => {
  const opened = await openMirror({ reading });
  await opened.mirror.beginFirst();
  await opened.mirror.settled();
  expect(await opened.run()).toEqual([]);
  expect(await opened.run()).toEqual(['POST graphql 200']);
});

it('leaves a scheduled run that comes later as it is', async () => {
  const opened = await openMirror({ reading });
  await opened.mirror.beginFirst();
  await opened.mirror.settled();
  reading.sandbox.sandbox.clock.advance({ ms: 300_000 });
  expect(await opened.run()).toEqual(['POST graphql 200']);
});

it('is made good for by the first scheduled run where it failed', async () => {
  let isDown = true;
  const opened = await openMirror({
    reading,
    change: ({ page }) => ({
      async page(options) {
        if (isDown) throw new Error('GitHub is not there');
        return page(options);
      },
    }),
  });
  await opened.mirror.beginFirst();
  await opened.mirror.settled();
  isDown = false;
  await opened.run();
  expect((await opened.mirror.status())[0].lastFullAt).toBeDefined();
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
