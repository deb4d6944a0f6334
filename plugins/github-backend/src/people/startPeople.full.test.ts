import { openPeople, type OpenPeople } from './__testUtils__/openPeople';

let open: OpenPeople;
beforeEach(async () => {
  open = await openPeople();
});
afterEach(() => open.stop());

it('asks twice for 200 people and 20 teams, one of them large', async () => {
  const people = open.addPeople(198);
  open.addTeam('Everybody', { people });
  for (let index = 0; index < 19; index += 1) {
    open.addTeam(`Team ${index}`, { people: people.slice(index, index + 5) });
  }
  const { run, catalog } = await open.start({ sources: [open.source()] });
  open.asked();
  await run();
  expect(open.asked()).toEqual(['POST /graphql 200', 'POST /graphql 200']);
  expect(catalog.mutations.map(({ type }) => type)).toEqual(['full']);
  expect(catalog.entities.size).toBe(200 + 21);
  expect(
    catalog.entities.get('group:default/everybody')?.spec?.members,
  ).toHaveLength(198);
  expect(catalog.memberOf('user:default/person-150')).toEqual(['everybody']);
});

it('tells the catalog nothing when nothing has changed', async () => {
  const { run, catalog } = await open.start({ sources: [open.source()] });
  await run();
  await run();
  expect(catalog.mutations).toHaveLength(1);
});

it('asks nothing after a restart while it is fresh, and gives the catalog what it knew', async () => {
  const first = await open.start({ sources: [open.source()] });
  await first.run();
  open.asked();
  open.advance(60_000);
  const second = await open.start({
    sources: [open.source()],
    knex: first.knex,
  });
  await second.run();
  expect(open.asked()).toEqual([]);
  expect(second.catalog.refs()).toEqual(first.catalog.refs());
  open.advance(3_600_000);
  const third = await open.start({
    sources: [open.source()],
    knex: first.knex,
  });
  await third.run();
  expect(open.asked()).toEqual(['POST /graphql 200']);
});

it('removes who has left', async () => {
  const { run, catalog } = await open.start({ sources: [open.source()] });
  await run();
  expect(catalog.refs()).toContain('user:default/mel');
  open.sandbox.organisation.members.pop();
  open.sandbox.web.members = [];
  await run();
  expect(catalog.refs()).toEqual(['group:default/web', 'user:default/olivia']);
  expect(catalog.mutations.at(-1)).toMatchObject({
    type: 'delta',
    removed: [
      {
        entityRef: 'user:default/mel',
        locationKey: 'github-multi-org-provider:default',
      },
    ],
  });
});

it('takes a changed login for the same person', async () => {
  const { run, catalog, people } = await open.start({
    sources: [open.source()],
    guard: { share: 0, count: 0 },
  });
  await run();
  open.sandbox.mel.login = 'melanie';
  await run();
  expect(catalog.refs()).toEqual([
    'group:default/web',
    'user:default/melanie',
    'user:default/olivia',
  ]);
  expect(catalog.memberOf('user:default/melanie')).toEqual(['web']);
  expect((await people.status())[0]).not.toHaveProperty('held');
});

it('reads several organisations, and takes somebody in both for one', async () => {
  const { mel, oscar } = open.sandbox;
  const globex = open.addOrganisation('Globex', [mel, oscar]);
  open.addTeam('Web', { people: [mel] }, globex);
  const { run, catalog, people } = await open.start({
    sources: [
      open.source({ orgs: undefined, alwaysUseDefaultNamespace: false }),
    ],
  });
  await run();
  expect(catalog.refs()).toEqual([
    'group:acme/web',
    'group:globex/web',
    'user:default/mel',
    'user:default/olivia',
    'user:default/oscar',
  ]);
  expect(catalog.memberOf('user:default/mel')).toEqual([
    'acme/web',
    'globex/web',
  ]);
  expect(await people.status()).toEqual([
    {
      ...{ host: open.host, organisation: 'acme' },
      lastPeopleAt: expect.any(String),
    },
    {
      ...{ host: open.host, organisation: 'Globex' },
      lastPeopleAt: expect.any(String),
    },
  ]);
});

it('leaves suspended people out where it is told to', async () => {
  open.sandbox.mel.suspendedAt = '2026-01-01T00:00:00Z';
  const all = await open.start({ sources: [open.source()] });
  await all.run();
  expect(all.catalog.refs()).toContain('user:default/mel');
  const some = await open.start({
    sources: [open.source({ excludeSuspendedUsers: true })],
  });
  await some.run();
  expect(some.catalog.refs()).not.toContain('user:default/mel');
  expect(some.catalog.refs()).toContain('user:default/olivia');
});

it('has people from outside where it is told to, for two requests more', async () => {
  const { shop, oscar } = open.sandbox;
  shop.collaborators.push({ userId: oscar.id, permission: 'push' });
  const { run, catalog } = await open.start({
    sources: [open.source({ outsideCollaborators: true })],
  });
  open.asked();
  await run();
  expect(open.asked().sort()).toEqual([
    'GET /orgs/{org}/outside_collaborators 200',
    'POST /graphql 200',
    'POST /graphql 200',
  ]);
  expect(catalog.refs()).toContain('user:default/oscar');
  shop.collaborators = [];
  await run();
  expect(catalog.refs()).not.toContain('user:default/oscar');
});

it('shows e-mail addresses as far as the credential sees them', async () => {
  open.sandbox.organisation.email = 'hello@acme.example';
  const email = async (options: {
    credentials?: object;
    useVerifiedEmails?: boolean;
  }) => {
    const { credentials, useVerifiedEmails = false } = options;
    const { run, catalog } = await open.start({
      sources: [open.source({ useVerifiedEmails })],
      credentials,
    });
    await run();
    const { profile } = catalog.entities.get('user:default/mel')!.spec!;
    return (profile as { email?: string }).email;
  };
  const { olivia } = open.sandbox.tokens;
  expect(await email({})).toBeUndefined();
  expect(await email({ useVerifiedEmails: true })).toBe('mel@acme.example');
  expect(await email({ credentials: { token: olivia } })).toBe(
    'mel@acme.example',
  );
});

it('uses transformers, with all that is known of the members of a team', async () => {
  const seen: unknown[] = [];
  const { run, catalog } = await open.start({
    sources: [open.source()],
    transforms: {
      async user(item) {
        return item.login === 'olivia'
          ? undefined
          : {
              ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'User' },
              metadata: { name: `gh-${item.login}` },
              spec: { memberOf: [] },
            };
      },
      async team(item, { org, client }) {
        seen.push(item.members[0].name, org, typeof client);
        return {
          ...{ apiVersion: 'backstage.io/v1alpha1', kind: 'Group' },
          metadata: { name: `gh-${item.slug}` },
          spec: { type: 'crew', children: [], members: ['gh-mel'] },
        };
      },
    },
  });
  await run();
  expect(seen).toEqual(['mel', 'acme', 'function']);
  expect(catalog.refs()).toEqual([
    'group:default/gh-web',
    'user:default/gh-mel',
  ]);
  expect(catalog.memberOf('user:default/gh-mel')).toEqual(['gh-web']);
});

it('goes on without e-mail addresses where the token may not read them', async () => {
  const { run, catalog, people } = await open.start({
    sources: [open.source()],
    credentials: { token: open.token(['read:org']) },
  });
  await run();
  expect(catalog.refs()).toContain('user:default/mel');
  expect(
    catalog.entities.get('user:default/mel')?.spec?.profile,
  ).not.toHaveProperty('email');
  expect((await people.status())[0].problem).toBeUndefined();
});

it('gives several sources each their own', async () => {
  const { mel, oscar } = open.sandbox;
  open.addOrganisation('globex', [mel, oscar]);
  const names = { alwaysUseDefaultNamespace: false };
  const { run, catalog, people } = await open.start({
    sources: [
      open.source({ id: 'one', ...names }),
      open.source({ id: 'two', orgs: ['globex', 'ACME'], ...names }),
    ],
  });
  open.asked();
  await run();
  // The second reads acme again, since its schedule is its own.
  expect(open.asked().length).toBeLessThanOrEqual(3);
  expect(
    catalog.mutations.map(each =>
      each.type === 'full' ? each.entities[0].locationKey : '',
    ),
  ).toEqual(['github-multi-org-provider:one', 'github-multi-org-provider:two']);
  expect((await people.status()).map(each => each.organisation)).toEqual([
    'acme',
    'globex',
  ]);
});

it('forgets an organisation that the configuration no longer has', async () => {
  open.addOrganisation('globex', [open.sandbox.oscar]);
  const both = open.source({ orgs: ['acme', 'globex'] });
  const first = await open.start({ sources: [both] });
  await first.run();
  const { knex, catalog } = first;
  const later = await open.start({
    ...{ sources: [open.source()], knex, catalog },
  });
  expect(catalog.refs()).not.toContain('user:default/oscar');
  expect(await later.people.status()).toHaveLength(1);
  expect(await knex('people_organisations').select('login')).toEqual([
    { login: 'acme' },
  ]);
});

it('says that it does not know which organisations to read without an App', async () => {
  const { run, catalog } = await open.start({
    sources: [open.source({ orgs: undefined })],
    credentials: { token: open.sandbox.tokens.olivia },
  });
  await run();
  expect(catalog.mutations).toEqual([]);
  expect(open.logger.warn).toHaveBeenCalledWith(
    expect.stringContaining('catalog.providers.githubOrg.orgs'),
  );
});

it('shares what was given with other replicas', async () => {
  const sources = [open.source()];
  const one = await open.start({ sources });
  const { knex, catalog } = one;
  await one.run();
  const other = await open.start({ sources, knex, catalog });
  await other.run();
  open.sandbox.mel.bio = 'Makes things';
  await other.run();
  const before = catalog.mutations.length;
  await one.run();
  expect(catalog.mutations).toHaveLength(before);
  expect(catalog.entities.get('user:default/mel')?.metadata.description).toBe(
    'Makes things',
  );
});
