import { startReading, type Reading } from '../__testUtils__/startReading';
import { readAll } from '../__testUtils__/readAll';

jest.setTimeout(60_000);

let reading: Reading;
beforeAll(async () => {
  reading = await startReading();
});
afterEach(() => {
  reading.sandbox.sandbox.faults.clear();
  reading.asked();
});
afterAll(() => reading.stop());

const wanted = { files: ['HEAD:catalog-info.yaml'], hints: false };

it('come by push and by change in one request', async () => {
  const later = (minutes: number) =>
    new Date(
      reading.sandbox.sandbox.clock.now().getTime() + minutes * 60_000,
    ).toISOString();
  reading.add('pushed', {}, { pushedAt: later(2), updatedAt: later(-60) });
  reading.add('changed', {}, { pushedAt: later(-60), updatedAt: later(2) });
  const newest = await reading.repositories.newest({
    host: reading.host,
    owner: 'acme',
    size: 1,
    wanted,
  });
  const all = await readAll({ reading, repositories: reading.repositories });
  expect(newest).toMatchObject({
    byPush: { repositories: [{ name: 'pushed' }], complete: true },
    byUpdate: { repositories: [{ name: 'changed' }], complete: true },
    totalCount: all.names.length,
  });
  expect(reading.asked()).toEqual(['POST graphql 200', 'POST graphql 200']);
  const next = await reading.repositories.page({
    host: reading.host,
    owner: 'acme',
    order: 'pushed',
    after: newest.byPush.next,
    wanted,
  });
  expect(next.repositories).toHaveLength(all.names.length - 1);
});

it.each([
  ['cut off', { partialGraphqlEvery: 1 }],
  ['refused now and then', { badGatewayEvery: 3, paths: ['/api/graphql'] }],
])('come smaller where answers are %s', async (_name, faults) => {
  const repositories = reading.create();
  reading.sandbox.sandbox.faults.set(faults);
  const newest = await repositories.newest({
    host: reading.host,
    owner: 'acme',
    size: 2,
    wanted,
  });
  expect(newest.byPush.repositories[0]).toMatchObject({ name: 'pushed' });
  expect(newest.byPush.repositories.length).toBeLessThanOrEqual(2);
});
