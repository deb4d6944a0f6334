import { startReading, type Reading } from '../__testUtils__/startReading';

jest.setTimeout(60_000);

let reading: Reading;
let oid: string;
const long = `# ${'long '.repeat(60_000)}\n`;

beforeAll(async () => {
  reading = await startReading();
  const files: Record<string, string> = {
    'catalog-info.yaml': 'root: 1\n',
    'services/a/catalog-info.yaml': 'a: 1\n',
    'services/b/catalog-info.yaml': 'a: 1\n',
    'services/c/deep/catalog-info.yaml': 'c: 1\n',
    'services/long/catalog-info.yaml': long,
    'services/huge/catalog-info.yaml': 'x'.repeat(1024 * 1024 + 1),
    'services/.hidden/catalog-info.yaml': 'hidden: 1\n',
    'other/x.txt': 'x\n',
    // Longer than the mirror keeps, in characters and in bytes.
    [`far/${'d/'.repeat(550)}catalog-info.yaml`]: 'far: 1\n',
    [`far/${'漢'.repeat(400)}/catalog-info.yaml`]: 'far: 2\n',
  };
  for (let index = 0; index < 60; index += 1) {
    files[`many/${index}.yaml`] = `n: ${index}\n`;
  }
  reading.add('mono', files);
  const [found] = await reading.repositories.lookUp({
    host: reading.host,
    owner: 'acme',
    which: [{ name: 'mono' }],
    wanted: { files: [], hints: false },
  });
  oid = found.state === 'found' ? found.repository.head!.oid : '';
});
afterEach(() => {
  reading.sandbox.sandbox.faults.clear();
  jest.restoreAllMocks();
  reading.asked();
});
afterAll(() => reading.stop());

const ask = (patterns: string[], repositories = reading.repositories) =>
  repositories.matching({
    host: reading.host,
    owner: 'acme',
    name: 'mono',
    oid,
    patterns,
  });
const kinds = () => reading.asked().map(line => line.split('/').slice(0, 5));

it('reads what matches, with one request for the paths and one for the texts', async () => {
  reading.asked();
  const matching = await ask(['/services/*/catalog-info.yaml', 'nothing/*']);
  expect(matching.complete).toBe(false);
  expect(matching.files).toEqual([
    {
      path: 'services/a/catalog-info.yaml',
      oid: expect.stringMatching(/^[0-9a-f]{40}$/),
      text: 'a: 1\n',
    },
    expect.objectContaining({ path: 'services/b/catalog-info.yaml' }),
    expect.objectContaining({
      path: 'services/long/catalog-info.yaml',
      text: long,
    }),
  ]);
  // The third is for the long one; the one that is too long is not asked for.
  expect(reading.asked()).toEqual([
    expect.stringMatching(/^GET repos\/acme\/mono\/git\/trees\/\w+\?recursive/),
    'POST graphql 200',
    expect.stringMatching(/^GET repos\/acme\/mono\/git\/blobs\//),
  ]);
});

it('matches as stock does', async () => {
  const { files, complete } = await ask(['**/catalog-info.y{a,}ml']);
  expect(files.map(({ path }) => path)).toEqual([
    'catalog-info.yaml',
    'services/a/catalog-info.yaml',
    'services/b/catalog-info.yaml',
    'services/c/deep/catalog-info.yaml',
    'services/long/catalog-info.yaml',
  ]);
  expect(complete).toBe(false);
  expect(await ask(['nothing/**'])).toEqual({ files: [], complete: true });
});

it('leaves out files whose paths are too long to be kept, and nothing else', async () => {
  expect(await ask(['far/**', 'services/a/*'])).toEqual({
    files: [expect.objectContaining({ path: 'services/a/catalog-info.yaml' })],
    complete: true,
  });
});

it('reads texts in batches, and smaller ones where they are too much', async () => {
  reading.asked();
  const whole = await ask(['many/*.yaml']);
  expect(whole.complete).toBe(true);
  expect(whole.files).toHaveLength(60);
  expect(
    whole.files.every(({ path, text }) => text === `n: ${/\d+/.exec(path)}\n`),
  ).toBe(true);
  expect(reading.asked()).toHaveLength(3);
  reading.sandbox.sandbox.faults.set({
    badGatewayEvery: 2,
    paths: ['/api/graphql'],
  });
  expect(await ask(['many/*.yaml'])).toEqual(whole);
  expect(kinds().length).toBeGreaterThan(3);
});

it('goes folder by folder, where it can match, through a tree that is cut off', async () => {
  const { fetch: before } = globalThis;
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const url = String(input);
    const headers = new Headers(init?.headers);
    headers.delete('if-none-match');
    const response = await before(input, { ...init, headers });
    if (!url.includes('/git/trees/') || !url.includes('recursive')) {
      return response;
    }
    const body = await response.json();
    const isRoot = url.includes(oid);
    return new Response(
      JSON.stringify({
        ...body,
        ...(isRoot && { tree: body.tree.slice(0, 1), truncated: true }),
      }),
      { status: 200, headers: { 'content-type': 'application/json' } },
    );
  });
  const { files, complete } = await ask([
    'services/*/deep/*.yaml',
    'catalog-info.yaml',
  ]);
  expect(files.map(({ path }) => path).sort()).toEqual([
    'catalog-info.yaml',
    'services/c/deep/catalog-info.yaml',
  ]);
  expect(complete).toBe(true);
  // Whole, the top, `services`; neither `many` nor `other`.
  expect(
    reading.asked().filter(line => line.includes('/git/trees/')),
  ).toHaveLength(3);
});

it('throws where the repository is not there', async () => {
  await expect(
    reading.repositories.matching({
      host: reading.host,
      owner: 'acme',
      name: 'gone',
      oid,
      patterns: ['*'],
    }),
  ).rejects.toMatchObject({ status: 404 });
});

it('finds nothing in an empty repository', async () => {
  const { fetch: before } = globalThis;
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) =>
    String(input).includes('/git/trees/')
      ? new Response('{"message":"Git Repository is empty."}', {
          status: 409,
          headers: { 'content-type': 'application/json' },
        })
      : before(input, init),
  );
  expect(await ask(['*'])).toEqual({ files: [], complete: true });
});
