import { openPeople, type OpenPeople } from './__testUtils__/openPeople';

let open: OpenPeople;
let portal: Awaited<ReturnType<OpenPeople['start']>>;
beforeEach(async () => {
  open = await openPeople();
  portal = await open.start({ sources: [open.source()] });
  await portal.run();
  open.asked();
});
afterEach(() => open.stop());

const call = async (route: string, body?: unknown) => {
  const { status } = await open.sandbox.call(route, { as: 'olivia', body });
  expect(status).toBeLessThan(300);
  open.asked();
};

it('shows who joins a team, and who leaves it, for one request each', async () => {
  await call('PUT /orgs/acme/teams/web/memberships/olivia', {});
  await portal.hear();
  expect(open.asked()).toEqual(['POST /graphql 200']);
  expect(portal.catalog.memberOf('user:default/olivia')).toEqual(['web']);
  await call('DELETE /orgs/acme/teams/web/memberships/olivia');
  await portal.hear();
  expect(portal.catalog.memberOf('user:default/olivia')).toEqual([]);
});

it('removes who leaves the organisation, also from its teams', async () => {
  await call('DELETE /orgs/acme/members/mel');
  await portal.hear();
  expect(portal.catalog.refs()).toEqual([
    'group:default/web',
    'user:default/olivia',
  ]);
  expect(
    portal.catalog.entities.get('group:default/web')?.spec?.members,
  ).toEqual([]);
});

it('adds somebody who joins the organisation', async () => {
  open.sandbox.organisation.members.push({
    ...{ userId: open.sandbox.oscar.id, role: 'member' },
    ...{ state: 'active', public: false },
  });
  await portal.people.onEvent({
    host: open.host,
    name: 'organization',
    payload: {
      action: 'member_added',
      membership: { user: { login: 'Oscar' } },
      organization: { login: 'acme' },
    },
  });
  await portal.people.settled();
  expect(portal.catalog.refs()).toContain('user:default/oscar');
});

it('does not believe an event that GitHub does not confirm', async () => {
  await portal.people.onEvent({
    host: open.host,
    name: 'organization',
    payload: {
      action: 'member_removed',
      membership: { user: { login: 'mel' } },
      organization: { login: 'acme' },
    },
  });
  await portal.people.onEvent({
    host: open.host,
    name: 'team',
    payload: {
      action: 'deleted',
      team: { slug: 'web' },
      organization: { login: 'acme' },
    },
  });
  await portal.people.settled();
  expect(open.asked().length).toBeGreaterThan(0);
  expect(portal.catalog.mutations).toHaveLength(1);
});

it('follows teams that are made, renamed, moved and deleted', async () => {
  await call('POST /orgs/acme/teams', { name: 'Crew' });
  await portal.hear();
  expect(portal.catalog.refs()).toContain('group:default/crew');

  const { id } = open.sandbox.sandbox.state.teams
    .all()
    .find(({ slug }) => slug === 'crew')!;
  open.addTeam('Below', { parentId: id });
  await portal.run();
  await call('PATCH /orgs/acme/teams/crew', { name: 'Best Crew' });
  await portal.hear();
  expect(portal.catalog.refs()).toContain('group:default/best-crew');
  expect(portal.catalog.refs()).not.toContain('group:default/crew');
  expect(portal.catalog.entities.get('group:default/below')?.spec?.parent).toBe(
    'best-crew',
  );

  await call('DELETE /orgs/acme/teams/best-crew');
  await portal.hear();
  expect(portal.catalog.refs()).not.toContain('group:default/best-crew');
});

it('asks also about the teams below a team that has gone', async () => {
  const crew = open.addTeam('Crew');
  open.addTeam('Below', { parentId: crew.id });
  open.addTeam('Other');
  await portal.run();
  const { teams } = open.sandbox.sandbox.state;
  teams.all().forEach(team => {
    if (['crew', 'below'].includes(team.slug)) teams.remove(team);
  });
  await portal.people.onEvent({
    host: open.host,
    name: 'team',
    payload: {
      action: 'deleted',
      team: { slug: 'crew' },
      organization: { login: 'acme' },
    },
  });
  await portal.people.settled();
  expect(portal.catalog.refs().filter(ref => ref.startsWith('group'))).toEqual([
    'group:default/other',
    'group:default/web',
  ]);
});

it('asks once about what many events say meanwhile', async () => {
  const event = {
    host: open.host,
    name: 'membership',
    payload: {
      action: 'added',
      member: { login: 'mel' },
      team: { slug: 'web' },
      organization: { login: 'acme' },
    },
  };
  open.asked();
  await Promise.all(
    Array.from({ length: 500 }, () => portal.people.onEvent(event)),
  );
  await portal.people.settled();
  expect(open.asked().length).toBeLessThanOrEqual(2);
});

it('asks again about what it was told while it read everything', async () => {
  const { organisation, mel, web } = open.sandbox;
  const { faults } = open.sandbox.sandbox;
  faults.set({ latencyMs: 50 });
  const reading = portal.run();
  organisation.members = organisation.members.filter(
    ({ userId }) => userId !== mel.id,
  );
  web.members = [];
  await portal.people.onEvent({
    host: open.host,
    name: 'organization',
    payload: {
      action: 'member_removed',
      membership: { user: { login: 'mel' } },
      organization: { login: 'acme' },
    },
  });
  await reading;
  await portal.people.settled();
  expect(portal.catalog.refs()).not.toContain('user:default/mel');
});

it('reads an organisation as soon as the App is installed there', async () => {
  const everywhere = await open.start({
    sources: [
      open.source({ orgs: undefined, alwaysUseDefaultNamespace: false }),
    ],
  });
  await everywhere.run();
  open.asked();
  open.addOrganisation('globex', [open.sandbox.oscar]);
  await everywhere.people.onEvent({
    host: open.host,
    name: 'installation',
    payload: {
      action: 'created',
      installation: { account: { login: 'globex' } },
    },
  });
  await everywhere.people.settled();
  expect(everywhere.catalog.refs()).toContain('user:default/oscar');
  // Acme is not read again for it.
  const queries = open.asked().filter(each => each.includes('graphql'));
  expect(queries).toHaveLength(1);
});

it.each([
  [
    'of another organisation',
    'team',
    { organization: { login: 'other' }, team: { slug: 'web' } },
  ],
  ['of another kind', 'push', { organization: { login: 'acme' } }],
  ['without a payload', 'team', null],
  [
    'of an invitation',
    'organization',
    { action: 'member_invited', organization: { login: 'acme' } },
  ],
])('asks nothing about an event %s', async (_, name, payload) => {
  await portal.people.onEvent({ host: open.host, name, payload });
  await portal.people.settled();
  expect(open.asked()).toEqual([]);
});

it('reads all members of a large team', async () => {
  const people = open.addPeople(230);
  const crew = open.addTeam('Crew', { people: people.slice(0, 5) });
  await portal.run();
  crew.members = people.map(({ id: userId }) => ({
    ...{ userId, role: 'member', state: 'active' },
  }));
  open.asked();
  await portal.people.onEvent({
    host: open.host,
    name: 'team',
    payload: {
      action: 'edited',
      team: { slug: 'crew' },
      organization: { login: 'acme' },
    },
  });
  await portal.people.settled();
  expect(open.asked()).toHaveLength(3);
  expect(portal.catalog.memberOf('user:default/person-229')).toEqual(['crew']);
});

it('follows people from outside where they are wanted', async () => {
  const outside = await open.start({
    sources: [open.source({ outsideCollaborators: true })],
  });
  await outside.run();
  await call('PUT /repos/acme/shop/collaborators/oscar', {});
  open.sandbox.shop.collaborators = [
    { userId: open.sandbox.oscar.id, permission: 'push' },
  ];
  const event = {
    host: open.host,
    name: 'member',
    payload: { action: 'added', organization: { login: 'acme' } },
  };
  await outside.people.onEvent(event);
  await outside.people.settled();
  expect(outside.catalog.refs()).toContain('user:default/oscar');
  open.sandbox.shop.collaborators = [];
  await outside.people.onEvent(event);
  await outside.people.settled();
  expect(outside.catalog.refs()).not.toContain('user:default/oscar');
});

it('keeps what it knew, and says so, when GitHub does not answer an event', async () => {
  open.sandbox.sandbox.faults.set({ partialGraphqlEvery: 1 });
  await portal.people.onEvent({
    host: open.host,
    name: 'membership',
    payload: {
      action: 'removed',
      member: { login: 'mel' },
      team: { slug: 'web' },
      organization: { login: 'acme' },
    },
  });
  await portal.people.settled();
  expect(portal.catalog.mutations).toHaveLength(1);
  expect(open.logger.warn).toHaveBeenCalledWith(
    expect.stringMatching(/GitHub did not say what became of/),
  );
});
