import { changeAnswers } from './__testUtils__/changeAnswers';
import { readAll } from './__testUtils__/readAll';
import { startReading, type Reading } from './__testUtils__/startReading';

jest.setTimeout(60_000);

let reading: Reading;
beforeAll(async () => {
  reading = await startReading();
  for (let index = 0; index < 27; index += 1) {
    reading.add(`r${String(index).padStart(2, '0')}`, {
      'catalog-info.yaml': `kind: Component # ${index}\n`,
    });
  }
});
afterEach(() => {
  reading.sandbox.sandbox.faults.clear();
  reading.asked();
  reading.slept.length = 0;
});
afterAll(() => reading.stop());

const wanted = { files: ['HEAD:catalog-info.yaml'], hints: false };
const paths = ['/api/graphql'];

const names = [
  'empty',
  ...Array.from(
    { length: 27 },
    (_item, index) => `r${String(index).padStart(2, '0')}`,
  ),
  'shop',
  'vault',
];

afterEach(() => jest.restoreAllMocks());

it('completes where every third answer is 502, with smaller pages', async () => {
  reading.sandbox.sandbox.faults.set({ badGatewayEvery: 3, paths });
  // 100 are never asked for, so that there are pages to fail.
  const read = await readAll({ reading, size: 5 });
  expect(read).toMatchObject({ names, complete: true, problems: [] });
  expect(Math.min(...read.sizes)).toBeLessThan(5);
  const asked = reading.asked();
  expect(asked.filter(line => line.endsWith('502')).length).toBeGreaterThan(1);
  expect(asked.length).toBeLessThan(25);
  expect(reading.slept.length).toBeGreaterThan(1);
});

it('goes on where a partial answer ended, and loses nothing', async () => {
  reading.sandbox.sandbox.faults.set({ partialGraphqlEvery: 2 });
  const read = await readAll({ reading, size: 8 });
  expect(read).toMatchObject({ names, complete: true, problems: [] });
  expect(Math.min(...read.sizes)).toBeLessThan(8);
});

it('takes what is there where every answer is partial, and never for all', async () => {
  reading.sandbox.sandbox.faults.set({ partialGraphqlEvery: 1 });
  const read = await readAll({ reading });
  expect(read.complete).toBe(false);
  expect(read.names.length).toBeGreaterThan(20);
  expect(read.names).toEqual(names.filter(name => read.names.includes(name)));
  expect(read.problems).toHaveLength(names.length - read.names.length);
  expect(reading.asked().length).toBeLessThan(60);
});

it('gives up where GitHub leaves out one after the other', async () => {
  changeAnswers(({ body, answer }) => {
    const { edges } = answer.data?.repositoryOwner?.repositories ?? {};
    if (!edges || !body.query.includes('...Fields')) return undefined;
    edges[0].node = null;
    return {
      body: {
        ...answer,
        errors: [
          {
            type: 'RESOURCE_LIMITS_EXCEEDED',
            path: ['repositoryOwner', 'repositories', 'edges', 0, 'node'],
            message: 'Resource limits for this query exceeded.',
          },
        ],
      },
    };
  });
  await expect(readAll({ reading })).rejects.toMatchObject({
    name: 'ServiceUnavailableError',
    message: expect.stringContaining(
      'leaves parts out of its answers about acme, however little is asked for: Resource limits',
    ),
  });
  expect(reading.asked().length).toBeLessThan(60);
});

it('skips the one repository that is too much, and says which', async () => {
  changeAnswers(({ body, answer }) => {
    const { edges } = answer.data?.repositoryOwner?.repositories ?? {};
    const isHeavy =
      body.query.includes('...Fields') &&
      edges?.some((edge: any) => edge.node.name === 'r13');
    return isHeavy
      ? {
          body: {
            data: null,
            errors: [
              {
                message:
                  'Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug.',
              },
            ],
          },
        }
      : undefined;
  });
  const read = await readAll({ reading });
  expect(read).toMatchObject({
    names: names.filter(name => name !== 'r13'),
    complete: false,
    problems: [
      expect.stringMatching(/^acme\/r13 is skipped, .* Something went wrong/),
    ],
  });
  expect(reading.asked().length).toBeLessThan(25);
});

it('throws where GitHub is down, after a few requests', async () => {
  reading.sandbox.sandbox.faults.set({ badGatewayEvery: 1, paths });
  await expect(readAll({ reading })).rejects.toMatchObject({ status: 502 });
  const { length } = reading.asked();
  expect(length).toBeLessThan(16);
  await expect(
    reading.create().lookUp({
      host: reading.host,
      owner: 'acme',
      which: names.map(name => ({ name })),
      wanted,
    }),
  ).rejects.toMatchObject({ status: 502 });
  expect(reading.asked().length).toBeLessThan(16);
});

it('finds the size that GitHub can answer in time, and meets its wall seldom', async () => {
  // Each answer takes ten seconds by this clock.
  let ms = 0;
  const now = () => new Date((ms += 10_000));
  const sizes: number[] = [];
  changeAnswers(({ body }) => {
    const { size } = body.variables as { size: number };
    sizes.push(size);
    return size > 4
      ? {
          status: 502,
          body: { message: "We couldn't respond to your request in time." },
        }
      : undefined;
  });
  const read = await readAll({
    ...{ reading, size: 8 },
    repositories: reading.create({ now }),
  });
  expect(read).toMatchObject({ names, complete: true, problems: [] });
  // Twice as many pages in between after the second time.
  expect(sizes).toEqual([8, 4, 4, 4, 4, 8, 4, 4, 4, 4]);
});

it('does not ask for less for a limit, and waits for it', async () => {
  // The budget, which is told, holds back what comes after.
  const limited = await startReading();
  try {
    let answers = 0;
    changeAnswers(() => {
      answers += 1;
      const type = 'RATE_LIMITED';
      return { body: { errors: [{ type, message: 'API rate limit' }] } };
    });
    const controller = new AbortController();
    const asked = limited.repositories
      .page({
        host: limited.host,
        owner: 'acme',
        order: 'name',
        wanted,
        signal: controller.signal,
      })
      .catch(error => error);
    while (answers === 0) await new Promise(resolve => setImmediate(resolve));
    for (let turn = 0; turn < 50; turn += 1) {
      await new Promise(resolve => setImmediate(resolve));
    }
    expect(limited.asked()).toHaveLength(1);
    expect(limited.slept).toEqual([]);
    controller.abort(new Error('enough'));
    expect(await asked).toMatchObject({ message: 'enough' });
  } finally {
    await limited.stop();
  }
});
