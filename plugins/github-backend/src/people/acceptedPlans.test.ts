import { openPeople, type OpenPeople } from './__testUtils__/openPeople';

let open: OpenPeople;
beforeEach(async () => {
  open = await openPeople();
});
afterEach(() => open.stop());

it('10: holds what would remove too many, until an operator accepts it', async () => {
  open.addPeople(40);
  const { run, catalog, people } = await open.start({
    sources: [open.source()],
  });
  await run();
  const { members } = open.sandbox.organisation;
  open.sandbox.organisation.members = members.slice(0, 30);
  open.sandbox.mel.bio = 'Still read';
  await run();
  expect(catalog.entities.size).toBe(42 + 1);
  expect(catalog.entities.get('user:default/mel')?.metadata.description).toBe(
    'Still read',
  );
  const [{ held }] = await people.status();
  expect(held).toEqual({
    id: expect.any(String),
    at: expect.any(String),
    what: 'people',
    reason: 'the organisation suddenly lists 30 of 42 people and 1 of 1 teams',
    remove: 12,
    of: 43,
    names: expect.arrayContaining(['person-28', 'person-39']),
  });
  await run();
  expect((await people.status())[0].held).toEqual(held);

  await expect(
    people.accept({ planId: 'other', by: 'user:default/olivia' }),
  ).rejects.toThrow('No plan other is held');
  const accepted = await people.accept({
    planId: held!.id,
    by: 'user:default/olivia',
  });
  expect(accepted).toEqual(held);
  expect(catalog.entities.size).toBe(30 + 1);
  expect((await people.status())[0].held).toBeUndefined();
});

it('10: asks again before it carries out a plan, and removes only who is still missing', async () => {
  open.addPeople(40);
  const { run, catalog, people } = await open.start({
    sources: [open.source()],
  });
  await run();
  const { members } = open.sandbox.organisation;
  open.sandbox.organisation.members = members.slice(0, 20);
  await run();
  const [{ held }] = await people.status();
  expect(held?.remove).toBe(22);
  const accept = () =>
    people.accept({ planId: held!.id, by: 'user:default/olivia' });

  open.sandbox.sandbox.faults.set({ partialGraphqlEvery: 1 });
  await expect(accept()).rejects.toThrow(/^Nobody was removed.*left out parts/);
  expect(catalog.entities.size).toBe(42 + 1);
  expect((await people.status())[0].held).toEqual(held);

  open.sandbox.sandbox.faults.clear();
  // Of those who were missing 15 still are, and two others are who nobody has accepted.
  open.sandbox.organisation.members = members.slice(2, 27);
  await accept();
  expect(catalog.entities.size).toBe(27 + 1);
  expect(catalog.refs()).toContain('user:default/person-20');
  expect(catalog.refs()).toContain('user:default/mel');
  expect((await people.status())[0].held).toBeUndefined();
  await run();
  expect(catalog.entities.size).toBe(25 + 1);
});

it('10: keeps an organisation in which the App is installed again when the plan is accepted', async () => {
  const { mel, oscar } = open.sandbox;
  const globex = open.addOrganisation('globex', [mel, oscar]);
  const { run, catalog, people } = await open.start({
    sources: [open.source({ orgs: undefined })],
  });
  await run();
  const { installations } = open.sandbox.sandbox.state;
  const theirs = installations.filter(
    ({ accountId }) => accountId === globex.id,
  );
  theirs.forEach(installation => installations.remove(installation));
  await run();
  const held = (await people.status()).find(
    ({ organisation }) => organisation === 'globex',
  )?.held;
  theirs.forEach(installation => installations.insert(installation));
  await people.accept({ planId: held!.id, by: 'user:default/olivia' });
  expect(catalog.refs()).toContain('user:default/oscar');
  await run();
  expect(catalog.refs()).toContain('user:default/oscar');
  expect(await people.status()).toHaveLength(2);
});

it('10: carries out a plan as it is where nobody may ask any more', async () => {
  open.addPeople(40);
  const { run, catalog, people } = await open.start({
    sources: [open.source()],
  });
  await run();
  open.sandbox.organisation.members = open.sandbox.organisation.members.slice(
    0,
    20,
  );
  await run();
  const [{ held }] = await people.status();
  const { installations } = open.sandbox.sandbox.state;
  installations.all().forEach(each => installations.remove(each));
  await people.accept({ planId: held!.id, by: 'user:default/olivia' });
  expect(catalog.entities.size).toBe(20 + 1);
});

it('10: keeps an organisation in which the App is no longer installed, until that is accepted', async () => {
  const { mel, oscar } = open.sandbox;
  const globex = open.addOrganisation('globex', [mel, oscar]);
  const { run, catalog, people } = await open.start({
    sources: [
      open.source({ orgs: undefined, alwaysUseDefaultNamespace: false }),
    ],
  });
  await run();
  const { installations } = open.sandbox.sandbox.state;
  installations
    .filter(({ accountId }) => accountId === globex.id)
    .forEach(installation => installations.remove(installation));
  await run();
  expect(catalog.refs()).toContain('user:default/oscar');
  const held = (await people.status()).find(
    ({ organisation }) => organisation === 'globex',
  )?.held;
  expect(held).toMatchObject({
    reason:
      'no App is installed in globex any more, so that its people cannot be read',
    remove: 2,
  });
  await people.accept({ planId: held!.id, by: 'user:default/olivia' });
  await run();
  expect(catalog.refs()).toEqual([
    'group:acme/web',
    'user:default/mel',
    'user:default/olivia',
  ]);
  expect(await people.status()).toHaveLength(1);
});
