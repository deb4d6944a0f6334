import { mockCredentials } from '@backstage/backend-test-utils';
import { ResponseError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import { createBegin } from '../broker/createBegin';
import { enterRun } from '../broker/currentRun';
import { registerOnce } from './registerOnce';

const target = 'https://github.com/acme/shop/blob/main/catalog-info.yaml';
const location = { type: 'url', target };
const access = { credentials: mockCredentials.user() };

const refusal = (status: number) =>
  ResponseError.fromResponse(new Response('{}', { status }));

/** A catalog of locations that answers as stock's does, and can lose an answer on its way. */
function createCatalog(options: { registered?: string[] } = {}) {
  const registered = [...(options.registered ?? [])];
  const catalog = {
    isAnswerLost: false,
    failure: undefined as number | undefined,
    async addLocation(added: { target: string }) {
      if (catalog.failure) throw await refusal(catalog.failure);
      if (registered.includes(added.target)) throw await refusal(409);
      registered.push(added.target);
      if (catalog.isAnswerLost) throw new Error('socket hang up');
      return { location: { id: 'new', ...location }, entities: [] };
    },
    getLocationByRef: async (ref: string) =>
      registered.includes(ref.replace('url:', ''))
        ? { id: 'there', ...location }
        : undefined,
  };
  return catalog;
}

/** One attempt at a run that has got to `state`, at a catalog. */
function attempt(options: {
  state: JsonObject;
  catalog: ReturnType<typeof createCatalog>;
}) {
  const { state } = options;
  const saved: string[] = [];
  const begin = createBegin({
    state,
    save: async () => void saved.push(JSON.stringify(state)),
    fence: { assertMine: async () => {} },
  });
  enterRun({ begin } as never);
  const catalog = registerOnce({
    catalog: options.catalog as unknown as CatalogService,
  });
  return { saved, register: () => catalog.addLocation(location, access) };
}

afterEach(() => enterRun(undefined));

it('a location about which the run was killed is taken as it is', async () => {
  const catalog = createCatalog();
  const first = attempt({ state: {}, catalog });
  await first.register();
  // All that is left of the attempt is what it wrote down before it asked.
  const state = JSON.parse(first.saved[0]);
  expect(await attempt({ state, catalog }).register()).toMatchObject({
    location: { id: 'there' },
    exists: true,
  });
});

it('a location about which the answer was lost is taken as it is', async () => {
  const catalog = createCatalog();
  const state: JsonObject = {};
  catalog.isAnswerLost = true;
  await expect(attempt({ state, catalog }).register()).rejects.toThrow(
    'socket hang up',
  );
  expect(await attempt({ state, catalog }).register()).toMatchObject({
    location: { id: 'there' },
    exists: true,
  });
});

it('a location that was there before the run asked is a conflict, again and again', async () => {
  const catalog = createCatalog({ registered: [target] });
  const state: JsonObject = {};
  for (let tries = 0; tries < 3; tries++) {
    await expect(attempt({ state, catalog }).register()).rejects.toMatchObject({
      statusCode: 409,
    });
  }
});

it('whoever may not read locations is told that it exists, and the next attempt asks again', async () => {
  const catalog = createCatalog();
  const state: JsonObject = {};
  await attempt({ state, catalog }).register();
  const { getLocationByRef } = catalog;
  catalog.getLocationByRef = async () => undefined;
  await expect(attempt({ state, catalog }).register()).rejects.toMatchObject({
    statusCode: 409,
  });
  catalog.getLocationByRef = getLocationByRef;
  expect(await attempt({ state, catalog }).register()).toMatchObject({
    exists: true,
  });
});

it('twice in one attempt is a conflict, as in stock', async () => {
  const catalog = createCatalog();
  const { register } = attempt({ state: {}, catalog });
  await register();
  await expect(register()).rejects.toMatchObject({ statusCode: 409 });
});

it("after an answer of the catalog's own failure, the location may be the run's", async () => {
  const catalog = createCatalog();
  const state: JsonObject = {};
  catalog.failure = 503;
  await expect(attempt({ state, catalog }).register()).rejects.toMatchObject({
    statusCode: 503,
  });
  catalog.failure = undefined;
  await catalog.addLocation(location);
  expect(await attempt({ state, catalog }).register()).toMatchObject({
    exists: true,
  });
});

it('outside a run, and in a dry run, the catalog is asked as it is', async () => {
  const catalog = createCatalog({ registered: [target] });
  const outside = registerOnce({
    catalog: catalog as unknown as CatalogService,
  });
  await expect(outside.addLocation(location, access)).rejects.toMatchObject({
    statusCode: 409,
  });
  const state: JsonObject = {};
  attempt({ state, catalog });
  await expect(
    outside.addLocation({ ...location, dryRun: true }, access),
  ).rejects.toMatchObject({ statusCode: 409 });
  expect(state).toEqual({});
});
