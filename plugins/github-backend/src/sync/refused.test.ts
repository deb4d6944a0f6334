import {
  startReading,
  type Reading,
} from '../github/__testUtils__/startReading';
import { changesOf } from './__testUtils__/changeRepository';
import { openMirror, type OpenMirror } from './__testUtils__/openMirror';

const names = ['r0', 'r1', 'r2', 'r3'];
const WORDS = 'Repository access blocked';

let reading: Reading;
let mirror: OpenMirror;
let change: ReturnType<typeof changesOf>;
/** What the credential may not read. */
let isRefused: (name: string) => boolean;

beforeEach(async () => {
  reading = await startReading({ hasToken: false });
  change = changesOf(reading);
  names.forEach(name =>
    reading.add(name, { 'catalog-info.yaml': 'kind: Component\n' }),
  );
  isRefused = () => false;
  const { fetch: before } = globalThis;
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const response = await before(input, init);
    if (!String(input).endsWith('/graphql')) return response;
    const answer = await response.clone().json();
    return Response.json(refuse(answer), { headers: response.headers });
  });
  mirror = await openMirror({ reading });
  await mirror.run();
  reading.sandbox.sandbox.clock.advance({ ms: 60_000 });
});
afterEach(async () => {
  jest.restoreAllMocks();
  await mirror.close();
  await reading.stop();
});

/** An answer without what may not be read, as GitHub has it where an owner's policy shuts a credential out. */
function refuse(answer: any) {
  const errors: object[] = answer.errors ?? [];
  const hide = (holder: any, key: string | number, path: unknown[]) => {
    if (holder[key]?.name && isRefused(holder[key].name)) {
      holder[key] = null;
      errors.push({ type: 'FORBIDDEN', path, message: WORDS });
    }
  };
  for (const key of Object.keys(answer.data ?? {})) {
    hide(answer.data, key, [key]);
  }
  for (const list of ['repositories', 'byPush', 'byUpdate']) {
    const { edges = [] } = answer.data?.repositoryOwner?.[list] ?? {};
    edges.forEach((edge: object, index: number) =>
      hide(edge, 'node', ['repositoryOwner', list, 'edges', index, 'node']),
    );
  }
  return errors.length > 0 ? { ...answer, errors } : answer;
}

const everything = names.length + 2;
const remove = (name: string) => {
  const { repositories } = reading.sandbox.sandbox.state;
  for (const each of [...repositories.all()]) {
    if (each.name === name) repositories.remove(each);
  }
};
const reconcile = async () => {
  const { host } = reading;
  await mirror.mirror.reconcile({ host, organisation: 'acme', reason: 'test' });
  await mirror.mirror.settled();
};

it('is in the way of nothing else, and stays in the catalog', async () => {
  isRefused = name => name === 'r0';
  remove('r1');
  await reconcile();
  expect(mirror.catalog.has()).toHaveLength(everything - 1);
  expect(mirror.catalog.has()).toContain('acme/r0/blob/main/catalog-info.yaml');
  const { problem, lastFullAt, held } = await mirror.status();
  expect({ problem, held }).toEqual({ problem: undefined, held: undefined });
  expect(Date.parse(lastFullAt!)).toBeGreaterThanOrEqual(
    reading.sandbox.sandbox.clock.now().getTime() - 30_000,
  );
  expect(mirror.logger.warn).toHaveBeenCalledWith(
    expect.stringContaining(WORDS),
  );
});

it('keeps no newer push from being seen, and no cursor back', async () => {
  isRefused = name => name === 'r0';
  await change.push('r0', 'kind: API\n');
  await change.push('r2', 'kind: API\n');
  expect(await mirror.run()).toEqual(['POST graphql 200']);
  expect(mirror.catalog.told().refreshed).toContain(
    `url:${reading.sandbox.url}/acme/r2/blob/main/catalog-info.yaml`,
  );
  expect((await mirror.status()).problem).toBeUndefined();
  expect(await mirror.run()).toEqual(['POST graphql 200']);
});

it('is not asked about again and again because of one hint', async () => {
  isRefused = name => name === 'r0';
  await mirror.hint('r0');
  expect(await mirror.status()).toMatchObject({ queued: 0 });
  expect(mirror.catalog.has()).toHaveLength(everything);
});

it('is a problem where it is all', async () => {
  isRefused = () => true;
  await mirror.run();
  expect((await mirror.status()).problem?.message).toContain(WORDS);
  await reconcile();
  expect(mirror.catalog.has()).toHaveLength(everything);
  expect(await mirror.status()).toMatchObject({
    problem: { message: WORDS },
  });
  expect((await mirror.status()).held).toBeUndefined();
});
