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
});
afterAll(() => reading.stop());

const wanted = { files: ['HEAD:catalog-info.yaml'], hints: false };

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

it('takes a file that may not be read for an unread file', async () => {
  changeAnswers(({ answer }) => {
    const { edges } = answer.data.repositoryOwner.repositories;
    edges[2].node.f0 = null;
    edges[3].node = null;
    const path = ['repositoryOwner', 'repositories', 'edges'];
    return {
      body: {
        ...answer,
        errors: [
          {
            type: 'FORBIDDEN',
            path: [...path, 2, 'node', 'f0'],
            message: 'Resource not accessible by integration',
          },
          {
            type: 'FORBIDDEN',
            path: [...path, 3, 'node'],
            extensions: { saml_failure: true },
            message: 'Resource protected by organization SAML enforcement.',
          },
        ],
      },
    };
  });
  const page = await reading.create().page({
    host: reading.host,
    owner: 'acme',
    order: 'name',
    wanted,
  });
  // They are listed, so that nothing is thought to have gone.
  expect(page).toMatchObject({ complete: true, problems: [] });
  expect(page.next).toBeUndefined();
  expect(page.repositories).toHaveLength(names.length - 1);
  expect(page.repositories[2]).toMatchObject({
    name: 'r01',
    files: {
      'HEAD:catalog-info.yaml': {
        state: 'unread',
        reason: 'Resource not accessible by integration',
      },
    },
  });
  expect(page.refused).toEqual([
    'acme/r01: GitHub left out HEAD:catalog-info.yaml: Resource not accessible by integration',
    'Resource protected by organization SAML enforcement.',
  ]);
  expect(reading.asked()).toHaveLength(1);
});

it('takes no repository whose fields for filters may not be read', async () => {
  changeAnswers(({ answer }) => {
    answer.data.repositoryOwner.repositories.edges[1].node.defaultBranchRef =
      null;
    return {
      body: {
        ...answer,
        errors: [
          {
            type: 'FORBIDDEN',
            path: [
              ...['repositoryOwner', 'repositories', 'edges', 1],
              ...['node', 'defaultBranchRef'],
            ],
            message: 'Resource not accessible by integration',
          },
        ],
      },
    };
  });
  const page = await reading.create().page({
    host: reading.host,
    owner: 'acme',
    order: 'name',
    wanted,
  });
  expect(page.refused).toEqual([
    'acme/r00: GitHub left out defaultBranchRef: Resource not accessible by integration',
  ]);
  expect(page.repositories.map(({ name }) => name)).toEqual(
    names.filter(name => name !== 'r00'),
  );
});

it('throws where the whole owner may not be read', async () => {
  changeAnswers(() => ({
    body: {
      data: { repositoryOwner: null },
      errors: [
        {
          type: 'FORBIDDEN',
          path: ['repositoryOwner'],
          message: 'Although you appear to have the correct authorization',
        },
      ],
    },
  }));
  await expect(readAll({ reading })).rejects.toMatchObject({
    name: 'NotAllowedError',
    message: expect.stringContaining(
      'does not let this credential read acme: Although',
    ),
  });
});

it('makes no absence of what is missing beside an error without a place', async () => {
  changeAnswers(({ answer }) => ({
    body: { ...answer, errors: [{ message: 'Odd.' }] },
  }));
  const page = await reading.create().page({
    host: reading.host,
    owner: 'acme',
    order: 'name',
    wanted,
  });
  expect(page).toMatchObject({ complete: false, problems: ['Odd.'] });
  expect(page.repositories[0]).toMatchObject({
    name: 'empty',
    files: { 'HEAD:catalog-info.yaml': { state: 'unread', reason: 'Odd.' } },
  });
  const [gone] = await reading.create().lookUp({
    host: reading.host,
    owner: 'acme',
    which: [{ name: 'gone' }],
    wanted,
  });
  expect(gone).toMatchObject({ state: 'unknown' });
});

it('throws an error that says what to do, without a credential', async () => {
  const bare = await startReading({ hasToken: false });
  try {
    await expect(
      bare.repositories.page({
        host: bare.host,
        owner: 'oscar',
        order: 'name',
        wanted,
      }),
    ).rejects.toMatchObject({
      name: 'AuthenticationError',
      message: expect.stringContaining(
        'wants a credential for questions about oscar',
      ),
    });
  } finally {
    await bare.stop();
  }
});
