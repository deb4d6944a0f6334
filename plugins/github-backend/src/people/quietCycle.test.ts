import { openCycles } from './__testUtils__/openCycles';
import { openPeople, type OpenPeople } from './__testUtils__/openPeople';

const ONE = ['POST /graphql 200'];
const HOUR_MS = 3_600_000;
const TWO = [...ONE, ...ONE];

let open: OpenPeople;
let cycles: Awaited<ReturnType<typeof openCycles>>;
beforeEach(async () => {
  open = await openPeople();
  cycles = await openCycles(open);
});
afterEach(async () => {
  await cycles.close();
  await open.stop();
});

/** A portal that has read all and knows by what. */
async function settledPortal(options?: Parameters<typeof cycles.start>[0]) {
  const portal = await cycles.start(options);
  await portal.cycle();
  await portal.cycle();
  return portal;
}

it('asks once in a quiet cycle, with 200 people and 20 teams', async () => {
  const people = open.addPeople(198);
  for (let index = 0; index < 19; index += 1) {
    open.addTeam(`Team ${index}`, { people: people.slice(index, index + 50) });
  }
  const portal = await settledPortal();
  expect(portal.catalog.refs().filter(ref => ref.startsWith('u'))).toHaveLength(
    200,
  );
  for (let index = 0; index < 5; index += 1) {
    expect(await portal.cycle()).toEqual(ONE);
    expect(await portal.peopleFirst()).toEqual(ONE);
  }
});

it('reads people once at the start, since the first page of all repositories has their fingerprint', async () => {
  const portal = await cycles.start();
  expect(await portal.cycle()).toEqual(TWO);
  expect(await portal.cycle()).toEqual(ONE);
  expect(portal.catalog.refs()).toContain('user:default/mel');
});

it('notices a new member without a webhook, with the next cycle', async () => {
  const portal = await settledPortal({
    people: { schedule: { frequency: { hours: 6 }, timeout: { minutes: 5 } } },
  });
  open.addPeople(1);
  // Repositories with the fingerprint, and the people.
  expect(await portal.cycle()).toEqual(TWO);
  expect(portal.catalog.refs()).toContain('user:default/person-0');
  expect(await portal.cycle()).toEqual(ONE);
});

it('notices what becomes of teams', async () => {
  const { web } = open.sandbox;
  const portal = await settledPortal();
  expect(await portal.cycle()).toEqual(ONE);
  for (const change of [
    () => open.addTeam('Crew'),
    () => (web.name = 'Web and mobile'),
    () => (web.description = 'Pages'),
    () => web.members.pop(),
    () => (web.parentId = open.addTeam('Crews').id),
  ]) {
    change();
    expect(await portal.cycle()).toEqual(TWO);
    expect(await portal.cycle()).toEqual(ONE);
  }
});

it('reads at the schedule where the fingerprint is forbidden, and keeps the repositories complete', async () => {
  const portal = await settledPortal();
  expect(await portal.cycle()).toEqual(ONE);
  delete open.sandbox.installation.permissions.members;
  // Until the App has another token.
  cycles.advance(HOUR_MS);
  expect(await portal.cycle()).toEqual(TWO);
  expect(await portal.cycle()).toEqual(TWO);
  const [repositories] = await portal.mirror.status();
  expect(repositories).not.toHaveProperty('problem');
  const [{ problem }] = await portal.people.status();
  expect(problem?.message).toContain('Members: read');
  open.sandbox.installation.permissions.members = 'read';
  cycles.advance(HOUR_MS);
  expect(await portal.cycle()).toEqual(TWO);
  expect(await portal.cycle()).toEqual(ONE);
});

it('reads at the schedule where the token lacks the scope for people', async () => {
  const token = open.token(['repo']);
  const portal = await settledPortal({ credentials: { token } });
  // Repositories, and people in vain.
  expect(await portal.cycle()).toHaveLength(2);
  const [repositories] = await portal.mirror.status();
  expect(repositories).not.toHaveProperty('problem');
});

it('reads at the schedule where there are more than 100 teams', async () => {
  for (let index = 0; index < 99; index += 1) open.addTeam(`Team ${index}`);
  const portal = await settledPortal();
  expect(await portal.cycle()).toEqual(ONE);
  open.addTeam('Team 99');
  const pages = await portal.cycle();
  expect(pages.length).toBeGreaterThan(1);
  expect(await portal.cycle()).toEqual(pages);
  expect(portal.catalog.refs()).toContain('group:default/team-99');
});

it('asks nothing of people after a restart', async () => {
  const first = await settledPortal();
  await first.cycle();
  const second = await cycles.start({ knex: first.knex });
  expect(await second.peopleFirst()).toEqual(ONE);
  expect(await second.cycle()).toEqual(ONE);
  expect(second.catalog.refs()).toContain('user:default/mel');
});

it('reads again with another configuration of the source', async () => {
  const first = await settledPortal();
  await first.cycle();
  const second = await cycles.start({
    knex: first.knex,
    people: { outsideCollaborators: true },
  });
  expect((await second.cycle()).length).toBeGreaterThan(1);
});

it('reads what the fingerprint does not see once an hour', async () => {
  const portal = await settledPortal();
  open.sandbox.mel.name = 'Melanie';
  const asked = [];
  for (let index = 0; index < 12; index += 1) {
    asked.push((await portal.cycle()).length);
  }
  expect(asked.filter(count => count === 2)).toHaveLength(1);
  expect(asked.filter(count => count === 1)).toHaveLength(11);
  expect(
    portal.catalog.entities.get('user:default/mel')?.spec?.profile,
  ).toMatchObject({ displayName: 'Melanie' });
});

it('reads at the schedule when looks at repositories are long ago', async () => {
  const portal = await settledPortal();
  await portal.cycle();
  cycles.advance(2 * 5 * 60_000);
  expect((await portal.peopleFirst()).length).toBe(2);
});

it('always reads with the strategy full', async () => {
  const portal = await settledPortal({ strategy: 'full' });
  expect(await portal.cycle()).toHaveLength(2);
  expect(await portal.cycle()).toHaveLength(2);
});

it('finds an organisation in which the App has just been installed', async () => {
  const portal = await settledPortal({ people: { orgs: undefined } });
  expect(await portal.cycle()).toEqual(ONE);
  open.addOrganisation('beta', [open.sandbox.oscar]);
  await portal.people.noticed({
    ...{ host: open.host, organisation: 'beta', fingerprint: 'a' },
    at: new Date(),
  });
  await portal.people.settled();
  expect(portal.catalog.refs()).toContain('user:default/oscar');
});

it('makes good at the next run what an event could not find out', async () => {
  const portal = await settledPortal();
  expect(await portal.cycle()).toEqual(ONE);
  const fetches = jest.spyOn(globalThis, 'fetch').mockResolvedValue(
    Response.json({
      data: { organization: null },
      errors: [{ type: 'FORBIDDEN', message: 'Not now' }],
    }),
  );
  await portal.people.onEvent({
    ...{ host: open.host, name: 'membership' },
    payload: {
      action: 'added',
      member: { login: 'mel' },
      team: { slug: 'web' },
      organization: { login: 'acme' },
    },
  });
  await portal.people.settled();
  expect(fetches).toHaveBeenCalled();
  fetches.mockRestore();
  expect(await portal.cycle()).toEqual(TWO);
  expect(await portal.cycle()).toEqual(ONE);
});

it('reads again where a change is told while it reads', async () => {
  const portal = await settledPortal();
  const { fetch: before } = globalThis;
  let reads = 0;
  const fetches = jest
    .spyOn(globalThis, 'fetch')
    .mockImplementation(async (input, init) => {
      const answer = await before(input, init);
      if (String(init?.body).includes('query people')) {
        reads += 1;
        if (reads === 1) {
          await portal.people.noticed({
            ...{ host: open.host, organisation: 'acme', at: new Date() },
            fingerprint: 'another',
          });
        }
      }
      return answer;
    });
  await portal.people.reconcile({
    ...{ host: open.host, organisation: 'acme', reason: 'a test' },
  });
  await portal.people.settled();
  fetches.mockRestore();
  expect(reads).toBe(2);
});
