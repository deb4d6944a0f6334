import {
  startReading,
  type Reading,
} from '../github/__testUtils__/startReading';
import { changesOf } from './__testUtils__/changeRepository';
import { openMirror, type OpenMirror } from './__testUtils__/openMirror';
import { recordCatalog } from './__testUtils__/recordCatalog';

let reading: Reading;
let change: ReturnType<typeof changesOf>;
const opened: OpenMirror[] = [];

beforeAll(async () => {
  reading = await startReading();
  change = changesOf(reading);
  reading.add('mono', {
    'catalog-info.yaml': 'kind: Component # root\n',
    'services/a/catalog-info.yaml': 'kind: Component # a\n',
    'services/b/catalog-info.yaml': 'kind: Component # b\n',
    'services/b/README.md': '# b\n',
  });
});
afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});
afterAll(() => reading.stop());

async function open(
  options: Omit<Parameters<typeof openMirror>[0], 'reading'>,
) {
  const mirror = await openMirror({ reading, ...options });
  opened.push(mirror);
  return mirror;
}

const blob = (path: string, branch = 'main') =>
  `${reading.sandbox.url}/acme/mono/blob/${branch}/${path}`;

it('shares the questions of several sources, and gives each what it lets in', async () => {
  const { host } = reading;
  const common = { host, organization: 'acme' };
  const mirror = await open({
    github: {
      all: { ...common, catalogPath: '/catalog-info.yaml' },
      named: {
        ...common,
        catalogPath: '/docs/info.yaml',
        filters: { repository: 'mono|shop' },
      },
      again: { ...common, catalogPath: '/catalog-info.yaml' },
    },
  });
  expect(await mirror.run()).toEqual(['POST graphql 200']);
  expect(mirror.catalog.has('github-provider:all')).toHaveLength(3);
  expect(mirror.catalog.has('github-provider:named')).toEqual([
    'acme/mono/blob/main/docs/info.yaml',
    'acme/shop/blob/main/docs/info.yaml',
  ]);
  // The catalog keeps an entity for one provider only.
  expect(mirror.catalog.has('github-provider:again')).toEqual([]);
  expect((await mirror.status()).sources).toEqual(['all', 'named', 'again']);
});

it('reads what matches a pattern, and again only after a push', async () => {
  const { host } = reading;
  const mirror = await open({
    github: {
      host,
      organization: 'acme',
      catalogPath: '/services/*/catalog-info.yaml',
      filters: { repository: 'mono' },
    },
  });
  await mirror.run();
  const target = blob('services/*/catalog-info.yaml');
  const files = async () => {
    const answer = await mirror.store.view.filesAt({ target });
    return answer.state === 'present'
      ? answer.files.map(({ url, text }) => [url, text.trim()])
      : answer.state;
  };
  expect(await files()).toEqual([
    [blob('services/a/catalog-info.yaml'), 'kind: Component # a'],
    [blob('services/b/catalog-info.yaml'), 'kind: Component # b'],
  ]);
  expect(await mirror.run()).toEqual(['POST graphql 200']);

  mirror.catalog.told();
  await change.push(
    'mono',
    'kind: Component # c\n',
    'services/c/catalog-info.yaml',
  );
  await change.drop('mono', 'services/a/catalog-info.yaml');
  await mirror.run();
  expect(await files()).toEqual([
    [blob('services/b/catalog-info.yaml'), 'kind: Component # b'],
    [blob('services/c/catalog-info.yaml'), 'kind: Component # c'],
  ]);
  expect(mirror.catalog.told().refreshed).toContain(`url:${target}`);
  await change.drop('mono', 'services/c/catalog-info.yaml');
  await change.push(
    'mono',
    'kind: Component # a\n',
    'services/a/catalog-info.yaml',
  );
});

it('reads a branch that the configuration names', async () => {
  const { host } = reading;
  await change.call('POST repos/acme/mono/git/refs', {
    ref: 'refs/heads/stable',
    sha: (await change.call('GET repos/acme/mono/commits/main')).sha,
  });
  const mirror = await open({
    github: {
      host,
      organization: 'acme',
      catalogPath: '/catalog-info.yaml',
      filters: { branch: 'stable', repository: 'mono' },
      validateLocationsExist: true,
    },
  });
  await mirror.run();
  expect(mirror.catalog.has()).toEqual([
    'acme/mono/blob/stable/catalog-info.yaml',
  ]);
  expect(
    await mirror.store.view.filesAt({
      target: blob('catalog-info.yaml', 'stable'),
    }),
  ).toMatchObject({ state: 'present' });
  expect(
    await mirror.store.view.filesAt({ target: blob('catalog-info.yaml') }),
  ).toEqual({ state: 'unknown' });
});

it('begins with an organisation in which an App has just been installed', async () => {
  const { host, sandbox } = reading;
  const mirror = await open({
    github: { host, app: sandbox.app.id, catalogPath: '/catalog-info.yaml' },
  });
  await mirror.mirror.reconcile({
    host,
    organisation: 'Acme',
    reason: 'an App was installed',
  });
  await mirror.mirror.settled();
  expect(mirror.catalog.has()).toHaveLength(3);
});

it('finds the organisations of an App, and keeps what one has that has left', async () => {
  const { host, sandbox } = reading;
  const mirror = await open({
    github: { host, app: sandbox.app.id, catalogPath: '/catalog-info.yaml' },
  });
  await mirror.run();
  expect(mirror.catalog.has()).toHaveLength(3);
  expect(await mirror.mirror.organisations()).toEqual([
    { host, organisation: 'acme' },
  ]);
  expect(await mirror.status()).toMatchObject({ sources: ['default'] });

  const { installations } = sandbox.sandbox.state;
  installations.remove(sandbox.installation);
  await mirror.run();
  expect(mirror.catalog.has()).toHaveLength(3);
  expect((await mirror.status()).held).toMatchObject({ remove: 3, of: 3 });
  installations.insert(sandbox.installation);
  await mirror.run();
  await mirror.mirror.reconcile({ host, organisation: 'acme', reason: 'test' });
  await mirror.mirror.settled();
  expect((await mirror.status()).held).toBeUndefined();
});

it('reads all each time where the strategy is full', async () => {
  const mirror = await open({ config: { catalog: { syncStrategy: 'full' } } });
  await mirror.run();
  await change.push('shop', 'kind: Component\n');
  const [before] = [(await mirror.status()).lastFullAt!];
  await mirror.run();
  expect((await mirror.status()).lastFullAt! > before).toBe(true);
});

it('reads all when the configuration has changed, and takes out what is not wanted any more', async () => {
  const { host } = reading;
  const first = await open({
    github: { host, organization: 'acme', catalogPath: '/catalog-info.yaml' },
  });
  await first.run();
  expect(first.catalog.has()).toHaveLength(3);
  const second = await openMirror({
    reading,
    knex: first.knex,
    catalog: first.catalog,
    github: {
      host,
      organization: 'acme',
      catalogPath: '/catalog-info.yaml',
      filters: { repository: 'mono' },
    },
  });
  await second.run();
  expect(second.catalog.has()).toEqual([
    'acme/mono/blob/main/catalog-info.yaml',
  ]);
});

it('takes over from another provider of its name, and what that has left goes', async () => {
  const catalog = recordCatalog();
  catalog.connect('github-provider:default');
  const connection = await catalog.link.connectionOf({
    providerName: 'github-provider:default',
  });
  await connection.applyMutation({
    type: 'full',
    entities: [
      {
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Location',
          metadata: { name: 'left-by-stock' },
          spec: { type: 'url', target: 'https://github.com/acme/old' },
        },
      },
    ],
  });
  const mirror = await open({ catalog });
  await mirror.run();
  expect(catalog.has()).toHaveLength(3);
  expect(catalog.has()).not.toContain('acme/old');
});

it('does not fetch twice what two replicas are hinted at, and goes on where one has ended', async () => {
  const first = await open({});
  const second = await openMirror({
    reading,
    knex: first.knex,
    catalog: first.catalog,
  });
  await first.run();
  await change.push('mono', 'kind: Component # new\n');
  reading.asked();
  const { host } = reading;
  const hint = {
    host,
    owner: 'acme',
    name: 'mono',
    reason: 'push' as const,
  };
  await first.store.hints.add([hint]);
  await Promise.all(
    [first, second].map(({ tasks }) =>
      tasks.get('github-mirror-queue')!.fn(new AbortController().signal),
    ),
  );
  await Promise.all([first.mirror.settled(), second.mirror.settled()]);
  expect(reading.asked()).toEqual(['POST graphql 200']);

  // One process claims and ends.
  await first.store.hints.add([hint]);
  const lease = { host, owner: 'acme', limit: 50, holder: 'ended' };
  expect(await first.store.hints.claim({ ...lease, forMs: -1 })).toHaveLength(
    1,
  );
  await second.tasks
    .get('github-mirror-queue')!
    .fn(new AbortController().signal);
  await second.mirror.settled();
  expect(reading.asked()).toEqual(['POST graphql 200']);
  expect((await second.status()).queued).toBe(0);
});

it('gives a component where there is no descriptor, by the teams that may write, and a location once there is one', async () => {
  reading.add('plain', { 'README.md': '# Plain\n' });
  const teams = new Map([['plain', [{ slug: 'web', permission: 'write' }]]]);
  const mirror = await open({
    own: { inferred: true },
    teamsOf: async () => teams,
  });
  await mirror.run();
  const plain = 'acme/plain/blob/main/catalog-info.yaml';
  expect(mirror.catalog.has()).toContain('component:default/plain');
  expect(mirror.catalog.has()).not.toContain(plain);
  expect(mirror.catalog.owner('component:default/plain')).toBe(
    'group:default/web',
  );
  expect(await mirror.run()).toEqual(['POST graphql 200']);

  await change.push('plain', 'kind: Component\n');
  await mirror.hint('plain');
  expect(mirror.catalog.has()).toContain(plain);
  expect(mirror.catalog.has()).not.toContain('component:default/plain');
});
