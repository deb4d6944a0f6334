import { startReading, type Reading } from '../__testUtils__/startReading';

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

const ask = (which: ({ id: string } | { name: string })[]) =>
  reading.repositories.lookUp({
    host: reading.host,
    owner: 'acme',
    which,
    wanted,
  });

it('finds by id and name, also after a rename, and tells what is not there', async () => {
  reading.add('old-name', { 'catalog-info.yaml': 'kind: API\n' });
  const [old] = await ask([{ name: 'old-name' }]);
  const id = old.state === 'found' ? old.repository.id : '';
  await reading.sandbox.call('PATCH /api/v3/repos/acme/old-name', {
    as: 'olivia',
    body: { name: 'new-name' },
  });
  reading.asked();
  const results = await ask([
    { name: 'gone' },
    { id },
    { name: 'old-name' },
    { id: 'R_nonsense' },
    { name: 'shop' },
  ]);
  const renamed = {
    state: 'found',
    repository: {
      id,
      name: 'new-name',
      files: { 'HEAD:catalog-info.yaml': { text: 'kind: API\n' } },
    },
  };
  expect(results).toMatchObject([
    { state: 'not-found' },
    renamed,
    renamed,
    { state: 'not-found' },
    { state: 'found', repository: { name: 'shop' } },
  ]);
  expect(reading.asked()).toEqual(['POST graphql 200']);
});

it('says of what is no repository that it is unknown', async () => {
  const { body } = await reading.sandbox.call('GET /api/v3/orgs/acme', {
    as: 'olivia',
  });
  expect(await ask([{ id: body.node_id }])).toEqual([
    { state: 'unknown', reason: 'It is a Organization' },
  ]);
});

it('takes no partial answer for an absence', async () => {
  reading.sandbox.sandbox.faults.set({ partialGraphqlEvery: 1 });
  expect(await ask([{ name: 'shop' }, { name: 'gone' }])).toMatchObject([
    { state: 'found', repository: { name: 'shop' } },
    {
      state: 'unknown',
      reason: expect.stringMatching(/^(Resource limits|Could not resolve)/),
    },
  ]);
});

it('asks for at most 50 at a time', async () => {
  const names = Array.from({ length: 70 }, (_item, index) => ({
    name: index % 2 ? 'shop' : `none-${index}`,
  }));
  const results = await reading.create().lookUp({
    host: reading.host,
    owner: 'acme',
    which: names,
    wanted,
  });
  expect(results.map(({ state }) => state)).toEqual(
    names.map(({ name }) => (name === 'shop' ? 'found' : 'not-found')),
  );
  expect(reading.asked()).toHaveLength(2);
});
