import { openPeople, type OpenPeople } from './__testUtils__/openPeople';

let open: OpenPeople;
beforeEach(async () => {
  open = await openPeople();
});
afterEach(() => open.stop());

it('7: reads on with smaller pages where every third answer is a 502', async () => {
  open.addPeople(30);
  const { run, catalog, people } = await open.start({
    sources: [open.source({ pageSizes: { organizationMembers: 10 } })],
  });
  open.sandbox.sandbox.faults.set({
    badGatewayEvery: 3,
    paths: ['/api/graphql'],
  });
  await run();
  expect(open.asked()).toContain('undefined 502');
  expect(catalog.entities.size).toBe(32 + 1);
  expect((await people.status())[0].problem).toBeUndefined();
});

it('8: keeps everything while GitHub is down, says so, and catches up', async () => {
  const { run, catalog, people } = await open.start({
    sources: [open.source()],
  });
  await run();
  const before = catalog.refs();
  open.sandbox.sandbox.faults.set({ badGatewayEvery: 1 });
  await run();
  expect(catalog.refs()).toEqual(before);
  const [{ problem }] = await people.status();
  expect(problem?.message).toMatch(/502/);
  open.sandbox.sandbox.faults.clear();
  await run();
  expect((await people.status())[0].problem).toBeUndefined();
}, 30_000);

it('9: adds, and removes nobody, where every answer lacks parts', async () => {
  const people = open.addPeople(20);
  open.addTeam('Crew', { people });
  const { run, catalog, ...portal } = await open.start({
    sources: [open.source({ pageSizes: { organizationMembers: 10 } })],
  });
  await run();
  const before = catalog.refs();
  // Somebody left, and somebody came whom the answers show.
  const { members } = open.sandbox.organisation;
  members.splice(members.length - 1, 1);
  members.push({
    ...{ userId: open.sandbox.oscar.id, role: 'member' },
    ...{ state: 'active', public: true },
  });
  open.sandbox.sandbox.faults.set({ partialGraphqlEvery: 1 });
  await run();
  expect(catalog.refs()).toEqual(expect.arrayContaining(before));
  const [{ problem }] = await portal.people.status();
  expect(problem?.message).toMatch(/left out parts.*Resource limits/);
  open.sandbox.sandbox.faults.clear();
  await run();
  expect(catalog.refs()).toContain('user:default/oscar');
  expect(catalog.refs()).not.toContain('user:default/person-19');
  expect((await portal.people.status())[0].problem).toBeUndefined();
});

it('9: asks again in smaller pages where one answer lacks parts', async () => {
  open.addPeople(20);
  const { run, catalog, people } = await open.start({
    sources: [open.source({ pageSizes: { organizationMembers: 10 } })],
  });
  open.asked();
  open.sandbox.sandbox.faults.set({ partialGraphqlEvery: 3 });
  await run();
  // 10, 10, the last 2 of which one is missing, and these in a smaller page.
  expect(open.asked()).toHaveLength(4);
  expect(catalog.entities.size).toBe(22 + 1);
  expect((await people.status())[0].problem).toBeUndefined();
});

it('10: takes an organisation without any members for no answer', async () => {
  const { run, catalog, people } = await open.start({
    sources: [open.source()],
    guard: { share: 1, count: 1_000 },
  });
  await run();
  open.sandbox.organisation.members = [];
  await run();
  expect(catalog.entities.size).toBe(3);
  const [{ problem }] = await people.status();
  expect(problem?.message).toContain('at least one owner');
});

it('10: forgets a held plan when the next run shows everybody again', async () => {
  open.addPeople(40);
  const { run, catalog, people } = await open.start({
    sources: [open.source()],
  });
  await run();
  const { members } = open.sandbox.organisation;
  open.sandbox.organisation.members = members.slice(0, 2);
  await run();
  expect((await people.status())[0].held?.remove).toBe(40);
  open.sandbox.organisation.members = members;
  await run();
  expect((await people.status())[0].held).toBeUndefined();
  expect(catalog.entities.size).toBe(42 + 1);
});

it('10: holds when all teams have gone', async () => {
  open.addTeam('Crew');
  const { run, catalog, people } = await open.start({
    sources: [open.source()],
  });
  await run();
  const { teams } = open.sandbox.sandbox.state;
  teams.all().forEach(team => teams.remove(team));
  await run();
  expect(catalog.refs()).toContain('group:default/crew');
  expect((await people.status())[0].held?.names).toEqual([
    'acme/crew',
    'acme/web',
  ]);
});

it('12: names the App whose key is none of its own, and removes nobody', async () => {
  const { run, catalog, knex } = await open.start({
    sources: [open.source()],
  });
  await run();
  open.advance(3_600_000);
  const broken = await open.start({
    ...{ sources: [open.source()], knex, catalog },
    credentials: open.app(open.strangeKey()),
  });
  await broken.run();
  expect(catalog.entities.size).toBe(3);
  const [{ problem }] = await broken.people.status();
  expect(problem?.message).toMatch(/App \d+/);
});

it('does not take what nobody is shown for a list of members', async () => {
  const { run, catalog, people } = await open.start({
    sources: [open.source()],
    credentials: {},
  });
  await run();
  expect(open.asked()).toEqual([]);
  expect(catalog.mutations).toEqual([]);
  expect((await people.status())[0].problem?.message).toContain(
    'No credential serves the organisation acme',
  );
});

it('removes nobody when a token loses the organisation, and says why', async () => {
  const { organisation, mel, tokens } = open.sandbox;
  open.addPeople(30);
  const { run, catalog, people } = await open.start({
    sources: [open.source()],
    credentials: { token: tokens.mel },
  });
  await run();
  const before = catalog.refs();
  organisation.members = organisation.members
    .filter(({ userId }) => userId !== mel.id)
    .map((member, index) => ({ ...member, public: index < 5 }));
  await run();
  expect(catalog.refs()).toEqual(before);
  const [{ held, problem }] = await people.status();
  expect(problem).toBeUndefined();
  expect(held?.cause).toBe(
    "the token's account does not belong to acme, and sees only what is public",
  );
});

it('holds even a single removal when a token has lost the organisation', async () => {
  const { organisation, mel, tokens } = open.sandbox;
  const { run, catalog, people } = await open.start({
    sources: [open.source()],
    credentials: { token: tokens.mel },
  });
  await run();
  organisation.members = organisation.members.filter(
    ({ userId }) => userId !== mel.id,
  );
  await run();
  await run();
  expect(catalog.refs()).toContain('user:default/mel');
  const [{ held }] = await people.status();
  await people.accept({ planId: held!.id, by: 'user:default/olivia' });
  await run();
  expect(catalog.refs()).toEqual(['user:default/olivia']);
  expect((await people.status())[0].held).toBeUndefined();
});
