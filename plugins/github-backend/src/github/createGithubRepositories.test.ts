import { startReading, type Reading } from './__testUtils__/startReading';

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

it('has what GitHub knows of repositories, and their descriptors', async () => {
  reading.add(
    'billing',
    { 'catalog-info.yaml': 'kind: Component\n' },
    {
      description: 'Bills',
      homepage: 'https://bills.example',
      topics: ['money', 'java'],
      visibility: 'internal',
      archived: true,
    },
  );
  const page = await reading.repositories.page({
    host: reading.host,
    owner: 'acme',
    order: 'name',
    wanted,
  });
  expect(page).toMatchObject({
    totalCount: 4,
    complete: true,
    problems: [],
  });
  expect(page.next).toBeUndefined();
  expect(page.repositories.map(({ name }) => name)).toEqual([
    'billing',
    'empty',
    'shop',
    'vault',
  ]);
  const [billing, empty, , vault] = page.repositories;
  expect(billing).toEqual({
    id: expect.stringMatching(/^R_/),
    databaseId: expect.any(Number),
    owner: 'acme',
    name: 'billing',
    url: `${reading.sandbox.url}/acme/billing`,
    description: 'Bills',
    visibility: 'internal',
    isFork: false,
    isArchived: true,
    isEmpty: false,
    topics: ['money', 'java'],
    language: undefined,
    homepage: 'https://bills.example',
    hasWiki: true,
    pushedAt: expect.stringMatching(/Z$/),
    updatedAt: expect.stringMatching(/Z$/),
    defaultBranch: 'main',
    head: {
      oid: expect.stringMatching(/^[0-9a-f]{40}$/),
      committedAt: '2026-01-01T12:00:00Z',
    },
    files: {
      'HEAD:catalog-info.yaml': {
        state: 'present',
        oid: expect.stringMatching(/^[0-9a-f]{40}$/),
        text: 'kind: Component\n',
      },
    },
    hints: undefined,
  });
  expect(empty).toMatchObject({
    isEmpty: true,
    defaultBranch: undefined,
    head: undefined,
    files: { 'HEAD:catalog-info.yaml': { state: 'absent' } },
  });
  expect(vault).toMatchObject({ visibility: 'private' });
  expect(reading.asked()).toEqual(['POST graphql 200']);
});

it('has hints where they are asked for', async () => {
  reading.add('hinted', {
    'docs/index.md': '# Docs\n',
    'docs/CODEOWNERS': '* @acme/docs\n',
    CODEOWNERS: '* @acme/web\n',
    'mkdocs.yaml': 'site_name: x\n',
    'main.go': 'package main\n',
  });
  reading.add('unhinted', { docs: 'a file\n' });
  const [hinted, unhinted] = await reading.repositories.lookUp({
    host: reading.host,
    owner: 'acme',
    which: [{ name: 'hinted' }, { name: 'unhinted' }],
    wanted: { files: [], hints: true },
  });
  expect(hinted).toMatchObject({
    repository: {
      language: 'go',
      hints: {
        hasDocs: true,
        hasMkdocs: true,
        codeowners: { path: 'CODEOWNERS', text: '* @acme/web\n' },
      },
    },
  });
  expect(unhinted).toMatchObject({
    repository: { hints: { hasDocs: false, hasMkdocs: false } },
  });
});

it('lists a person too', async () => {
  const { repositories, host } = reading;
  const page = await repositories.page({
    host,
    owner: 'mel',
    order: 'name',
    wanted,
  });
  expect(page).toMatchObject({ repositories: [], complete: true });
});

it('is none for an owner that GitHub does not show', async () => {
  const { repositories, host } = reading;
  const ask = (owner: string, at = host) =>
    repositories.page({ host: at, owner, order: 'name', wanted });
  await expect(ask('nobody')).rejects.toMatchObject({
    name: 'NotFoundError',
    message: expect.stringContaining(
      "shows no organisation or person 'nobody' to this credential",
    ),
  });
  await expect(
    repositories.newest({ host, owner: 'nobody', size: 5, wanted }),
  ).rejects.toMatchObject({ name: 'NotFoundError' });
  await expect(ask('acme', 'other.example')).rejects.toMatchObject({
    name: 'NotFoundError',
    message:
      'No GitHub is configured for other.example; add it below integrations.github',
  });
});
