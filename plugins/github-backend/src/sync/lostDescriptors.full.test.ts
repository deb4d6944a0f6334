import type { RepositoryRead } from '../github/RepositoryRead';
import { everything, manyNames, openMany } from './__testUtils__/openMany';

jest.setTimeout(30_000);

type Mirror = Awaited<ReturnType<typeof openMany>>;

let mirror: Mirror;
let isBlind = false;

afterEach(async () => {
  isBlind = false;
  await mirror.close();
});

const blinded = (repository: RepositoryRead): RepositoryRead => ({
  ...repository,
  ...(isBlind && {
    files: Object.fromEntries(
      Object.keys(repository.files).map(key => [key, { state: 'absent' }]),
    ),
  }),
});

/** With a GitHub that says, on demand, of each file that it is not there. */
async function open(options: Parameters<typeof openMany>[0] = {}) {
  mirror = await openMany({
    ...options,
    change: reader => ({
      async page(which) {
        const page = await reader.page(which);
        return { ...page, repositories: page.repositories.map(blinded) };
      },
      async lookUp(which) {
        const answers = await reader.lookUp(which);
        return answers.map(each =>
          each.state === 'found'
            ? { ...each, repository: blinded(each.repository) }
            : each,
        );
      },
    }),
  });
  await mirror.run();
  mirror.catalog.told();
}

const stateOf = async (name: string) => {
  const target = `${mirror.reading.sandbox.url}/acme/${name}/blob/main/catalog-info.yaml`;
  return (await mirror.store.view.filesAt({ target })).state;
};

const DESCRIPTORS = manyNames.length;

it.each([[{ inferred: false }], [{ inferred: true }]])(
  'keeps descriptors that GitHub suddenly lacks, until they are back: %j',
  async own => {
    await open({ own });
    const before = mirror.catalog.has();
    isBlind = true;
    await mirror.reconcile();
    expect(await mirror.held()).toMatchObject({
      what: 'repositories',
      remove: DESCRIPTORS,
      of: DESCRIPTORS,
      reason: expect.stringContaining('would lose their descriptors'),
    });
    expect(mirror.catalog.has()).toEqual(before);
    expect(mirror.catalog.told().refreshed).toEqual([]);
    expect(await stateOf('r05')).toBe('present');

    isBlind = false;
    await mirror.reconcile();
    expect(await mirror.held()).toBeUndefined();
    expect(await stateOf('r05')).toBe('present');
  },
);

it('lets those go that an operator accepts and GitHub still lacks', async () => {
  await open();
  for (const name of manyNames.slice(0, 12)) await mirror.change.drop(name);
  await mirror.reconcile();
  const held = await mirror.held();
  expect(held).toMatchObject({
    remove: 12,
    kinds: { undescribed: 12 },
    names: manyNames.slice(0, 12),
  });
  await mirror.change.push('r00', 'kind: Component # back\n');
  await mirror.accept(held!.id);
  expect(await stateOf('r00')).toBe('present');
  expect(await stateOf('r01')).toBe('absent');
  expect(await mirror.held()).toBeUndefined();
  expect(mirror.catalog.told().refreshed).toHaveLength(24);
  await mirror.reconcile();
  expect(await mirror.held()).toBeUndefined();
});

it('follows one at once, and reads all rather than believe many', async () => {
  await open();
  for (const name of manyNames.slice(0, 10)) {
    await mirror.change.drop(name);
    await mirror.hint(name);
    expect(await stateOf(name)).toBe('absent');
  }
  isBlind = true;
  await mirror.hint('r20');
  expect(await stateOf('r20')).toBe('present');
  expect(await mirror.held()).toMatchObject({ remove: DESCRIPTORS - 10 });

  // What is held is no reason to read all again.
  mirror.reading.asked();
  await mirror.hint('r20');
  expect(mirror.reading.asked()).toHaveLength(1);
});

it('takes what few have lost when all is read', async () => {
  await open();
  await mirror.change.drop('r03');
  await mirror.reconcile();
  expect(await stateOf('r03')).toBe('absent');
  expect(mirror.catalog.told().refreshed).toHaveLength(2);
  expect(mirror.catalog.has()).toHaveLength(everything);
});

it('guards files of patterns, and locations that need theirs', async () => {
  await open({
    github: ({ host }) => ({
      plain: {
        host,
        organization: 'acme',
        catalogPath: '/catalog-info.yaml',
        validateLocationsExist: true,
      },
      pattern: { host, organization: 'acme', catalogPath: '/*-info.yaml' },
    }),
  });
  const before = mirror.catalog.has('github-provider:plain');
  for (const name of manyNames.slice(0, 12)) await mirror.change.drop(name);
  await mirror.reconcile();
  expect(await mirror.held()).toMatchObject({ remove: 12 });
  expect(mirror.catalog.has('github-provider:plain')).toEqual(before);
  expect(await stateOf('r05')).toBe('present');
  await mirror.accept((await mirror.held())!.id);
  expect(mirror.catalog.has('github-provider:plain')).toHaveLength(
    before.length - 12,
  );
});
