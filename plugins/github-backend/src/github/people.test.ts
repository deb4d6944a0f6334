import { fingerprintOf } from './answer/fingerprintOf';
import { startReading, type Reading } from './__testUtils__/startReading';

let reading: Reading;
beforeAll(async () => {
  reading = await startReading();
});
afterEach(() => {
  jest.restoreAllMocks();
  reading.asked();
});
afterAll(() => reading.stop());

/** With people, and what it took. */
async function newest(options: {
  repositories: ReturnType<Reading['create']>;
  owner?: string;
}) {
  const { repositories, owner = 'acme' } = options;
  reading.asked();
  const read = await repositories.newest({
    host: reading.host,
    owner,
    size: 25,
    wanted: { files: ['HEAD:catalog-info.yaml'], hints: false },
    people: true,
  });
  return {
    fingerprint: read.peopleFingerprint,
    complete: read.byPush.complete && read.byUpdate.complete,
    totalCount: read.totalCount,
    asked: reading.asked(),
  };
}

/** GitHub's answers to questions about people, instead of the sandbox's own. */
function answerPeopleWith(options: {
  status: number;
  body: (answer: { data: Record<string, unknown> }) => object;
}) {
  const { fetch: before } = globalThis;
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const response = await before(input, init);
    if (!String(init?.body).includes('membersWithRole')) return response;
    const { status, body } = options;
    const { headers } = response;
    return Response.json(body(await response.json()), { status, headers });
  });
}

it('come as a fingerprint with the repositories, in one request', async () => {
  const repositories = reading.create();
  const first = await newest({ repositories });
  expect(first).toEqual({
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    complete: true,
    totalCount: 3,
    asked: ['POST graphql 200'],
  });
  expect(await newest({ repositories })).toEqual(first);
  const [member] = reading.sandbox.web.members.splice(0, 1);
  const second = await newest({ repositories });
  reading.sandbox.web.members.push(member);
  expect(second.fingerprint).toBeDefined();
  expect(second.fingerprint).not.toBe(first.fingerprint);
});

it('are nothing to ask of somebody who is no organisation', async () => {
  const repositories = reading.create();
  expect(await newest({ repositories, owner: 'oscar' })).toMatchObject({
    fingerprint: undefined,
    complete: true,
    asked: ['POST graphql 200'],
  });
});

it('do not make the repositories incomplete where they are forbidden', async () => {
  answerPeopleWith({
    status: 200,
    body: ({ data }) => ({
      data: { ...data, people: null },
      errors: [
        {
          type: 'FORBIDDEN',
          path: ['people', 'teams'],
          message: 'Resource not accessible by integration',
        },
      ],
    }),
  });
  const repositories = reading.create();
  expect(await newest({ repositories })).toMatchObject({
    fingerprint: undefined,
    complete: true,
    totalCount: 3,
    asked: ['POST graphql 200'],
  });
});

it.each([
  [
    'the token lacks a scope',
    {
      status: 200,
      body: () => ({
        errors: [
          {
            type: 'INSUFFICIENT_SCOPES',
            message: "The 'teams' field requires one of: ['read:org']",
          },
        ],
      }),
    },
  ],
  [
    'they are too much for GitHub',
    {
      status: 200,
      body: () => ({
        data: null,
        errors: [
          {
            type: 'RESOURCE_LIMITS_EXCEEDED',
            message: 'Resource limits for this query exceeded.',
          },
        ],
      }),
    },
  ],
])('are left out for an hour where %s', async (_, answer) => {
  answerPeopleWith(answer);
  let ms = reading.sandbox.sandbox.clock.now().getTime();
  const repositories = reading.create({ now: () => new Date(ms) });
  const without = { fingerprint: undefined, complete: true, totalCount: 3 };
  expect(await newest({ repositories })).toEqual({
    ...{ ...without, asked: ['POST graphql 200', 'POST graphql 200'] },
  });
  expect(await newest({ repositories })).toEqual({
    ...{ ...without, asked: ['POST graphql 200'] },
  });
  jest.restoreAllMocks();
  ms += 3_600_000;
  expect((await newest({ repositories })).fingerprint).toBeDefined();
});

it('have no fingerprint where anything of them is missing', () => {
  const team = (id: string, members?: number) => ({
    id,
    members: members === undefined ? null : { totalCount: members },
  });
  const people = {
    membersWithRole: { totalCount: 3 },
    teams: { totalCount: 2, nodes: [team('a', 1), team('b', 2)] },
  };
  const of = (more: object) =>
    fingerprintOf({ people: { ...people, ...more }, errors: [] });
  expect(of({})).toBe(
    of({ teams: { totalCount: 2, nodes: [team('b', 2), team('a', 1)] } }),
  );
  expect([
    of({ membersWithRole: null }),
    of({ teams: null }),
    of({ teams: { totalCount: 101, nodes: Array(101).fill(team('a', 1)) } }),
    of({ teams: { totalCount: 3, nodes: people.teams.nodes } }),
    of({ teams: { totalCount: 2, nodes: [team('a', 1), null] } }),
    of({ teams: { totalCount: 2, nodes: [team('a', 1), team('b')] } }),
    fingerprintOf({
      people,
      errors: [{ message: 'x', path: ['people', 'teams', 'nodes', 0] }],
    }),
  ]).toEqual(Array(7).fill(undefined));
});
