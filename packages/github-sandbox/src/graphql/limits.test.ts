import { runQuery } from './__testUtils__/runQuery';
import { startTestSandbox } from '../testing/startTestSandbox';
import { failOnErrors } from './__testUtils__/failOnErrors';

let sandbox: Awaited<ReturnType<typeof startTestSandbox>>;
beforeEach(async () => {
  sandbox = await startTestSandbox();
});
afterEach(async () => {
  failOnErrors({ sandbox });
  await sandbox.stop();
});

const repositories = (args: string, inside = 'nodes { name }') =>
  `{ organization(login: "acme") { repositories(${args}) { ${inside} } } }`;

it.each([
  [
    'no boundary',
    '{ organization(login: "acme") { repositories { nodes { name } } } }',
    'MISSING_PAGINATION_BOUNDARIES',
    'You must provide a `first` or `last` value to properly paginate the `repositories` connection.',
  ],
  [
    'more than 100',
    repositories('first: 101'),
    'EXCESSIVE_PAGINATION',
    'Requesting 101 records on the `repositories` connection exceeds the `first` limit of 100 records.',
  ],
  [
    'more than 100 from the end',
    repositories('last: 1000'),
    'EXCESSIVE_PAGINATION',
    'Requesting 1000 records on the `repositories` connection exceeds the `last` limit of 100 records.',
  ],
])('refuses %s', async (_name, query, type, message) => {
  const { status, body } = await runQuery(sandbox, { query });
  expect(status).toBe(200);
  expect(body.data).toBeNull();
  expect(body.errors).toEqual([
    {
      type,
      path: ['organization', 'repositories'],
      locations: [{ line: 1, column: 33 }],
      message,
    },
  ]);
});

it('needs no boundary to count', async () => {
  const { body } = await runQuery(sandbox, {
    query: '{ organization(login: "acme") { repositories { totalCount } } }',
  });
  expect(body.data.organization.repositories.totalCount).toBe(3);
});

it('refuses a query for more than 500,000 nodes', async () => {
  const { body } = await runQuery(sandbox, {
    query: repositories(
      'first: 100',
      'nodes { issues(first: 100) { nodes { labels(first: 51) { nodes { name } } } } }',
    ),
  });
  expect(body).toEqual({
    data: null,
    errors: [
      {
        type: 'MAX_NODE_LIMIT_EXCEEDED',
        message:
          'This query requests up to 520,100 possible nodes which exceeds the maximum limit of 500,000.',
      },
    ],
  });
});

it.each([
  // The example of GitHub's documentation: 5,101 requests are 51 points, 305,100 nodes.
  [
    'viewer { login repositories(first: 100) { edges { node { issues(first: 50) { edges { node { labels(first: 60) { edges { node { name } } } } } } } } } }',
    { cost: 51, nodeCount: 305_100 },
  ],
  ['viewer { login }', { cost: 1, nodeCount: 0 }],
  [
    'viewer { repositories(first: 10) { nodes { name } } } organization(login: "acme") { repositories(last: 20) { nodes { name } } }',
    { cost: 1, nodeCount: 30 },
  ],
  [
    'viewer { a: repositories(first: 10) { nodes { name } } ...f @skip(if: true) }',
    { cost: 1, nodeCount: 10 },
  ],
])('counts points and nodes: %s', async (fields, expected) => {
  const { body, headers } = await runQuery(sandbox, {
    query: `query { ${fields} rateLimit { cost nodeCount limit remaining used resetAt } } ${
      fields.includes('...f')
        ? 'fragment f on User { b: repositories(first: 50) { nodes { name } } }'
        : ''
    }`,
  });
  expect(body.errors).toBeUndefined();
  expect(body.data.rateLimit).toMatchObject({
    ...expected,
    limit: 5000,
    remaining: 5000 - expected.cost,
    used: expected.cost,
  });
  expect(headers.get('x-ratelimit-remaining')).toBe(
    String(5000 - expected.cost),
  );
  expect(headers.get('x-ratelimit-resource')).toBe('graphql');
});

it('says with status 200 that the points are used up', async () => {
  sandbox.sandbox.limits.take({
    key: `user:${sandbox.mel.id}`,
    resource: 'graphql',
    limit: 5000,
    cost: 5000,
  });
  const { status, headers, body } = await runQuery(sandbox, {
    query: '{ viewer { login } }',
    as: 'mel',
  });
  expect(status).toBe(200);
  expect(headers.get('x-ratelimit-remaining')).toBe('0');
  expect(body).toEqual({
    errors: [
      {
        type: 'RATE_LIMITED',
        message: `API rate limit exceeded for user ID ${sandbox.mel.id}.`,
      },
    ],
  });
});

describe('an answer that is cut short on request', () => {
  it('has nulls with errors in the place of the second half of a list', async () => {
    sandbox.sandbox.faults.set({ partialGraphqlEvery: 1 });
    const { status, body } = await runQuery(sandbox, {
      query: repositories('first: 10'),
    });
    expect(status).toBe(200);
    expect(body.data.organization.repositories.nodes).toEqual([
      { name: 'shop' },
      null,
      null,
    ]);
    expect(body.errors).toMatchObject(
      [1, 2].map(index => ({
        type: 'RESOURCE_LIMITS_EXCEEDED',
        path: ['organization', 'repositories', 'nodes', index],
        message: 'Resource limits for this query exceeded.',
      })),
    );
  });

  it('is null where there is no list', async () => {
    sandbox.sandbox.faults.set({ partialGraphqlEvery: 1 });
    const { body } = await runQuery(sandbox, {
      query: '{ organization(login: "acme") { login } }',
    });
    expect(body).toEqual({
      data: { organization: null },
      errors: [
        {
          type: 'RESOURCE_LIMITS_EXCEEDED',
          path: ['organization'],
          message: 'Resource limits for this query exceeded.',
        },
      ],
    });
  });
});

describe('secondary limits', () => {
  const query = '{ viewer { login } }';
  beforeEach(() => sandbox.sandbox.clock.freeze());

  it('count queries by themselves, not with REST', async () => {
    const { limits } = sandbox.sandbox;
    const key = `user:${sandbox.olivia.id}`;
    for (let count = 0; count < 900; count += 1) {
      const entered = limits.enter({ key, write: false });
      if (entered.outcome === 'entered') entered.release();
    }
    const rest = await sandbox.call('GET /user', { as: 'olivia' });
    expect(rest.status).toBe(403);
    const { status, body } = await runQuery(sandbox, { query });
    expect(status).toBe(200);
    expect(body.data.viewer.login).toBe('olivia');
  });

  it('count a query as one point and a mutation as five', async () => {
    const { limits } = sandbox.sandbox;
    const points: unknown[] = [];
    const { enter } = limits;
    limits.enter = options => {
      points.push([options.endpoint, options.write]);
      return enter(options);
    };
    await runQuery(sandbox, { query });
    await runQuery(sandbox, {
      query:
        'mutation { addStar(input: { starrableId: "x" }) { clientMutationId } }',
    });
    expect(points).toEqual([
      ['graphql', false],
      ['graphql', true],
    ]);
  });
});

it('refuses a query that is nested without end', async () => {
  const { status, body } = await runQuery(sandbox, {
    query: '{a'.repeat(20_000) + '}'.repeat(20_000),
  });
  expect(status).toBe(200);
  expect(body.errors).toHaveLength(1);
  expect(body.data).toBeUndefined();
});

it('keeps the beginning of a long query in the log', async () => {
  await runQuery(sandbox, {
    query: `{ viewer { login } } # ${'x'.repeat(20_000)}`,
  });
  const [logged] = sandbox.sandbox.requests.all();
  expect(logged.graphql!.query).toHaveLength(4096);
});
