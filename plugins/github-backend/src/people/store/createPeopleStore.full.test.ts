import { DATABASES, type Databases } from '../__testUtils__/startDatabases';
import { peopleFingerprintsMigration } from '../peopleFingerprintsMigration';
import { peopleMigration } from '../peopleMigration';
import { createPeopleStore } from './createPeopleStore';

describe.each(DATABASES)('on %s', (_, startDatabases) => {
  let databases: Databases;
  beforeAll(async () => {
    databases = await startDatabases();
  }, 60_000);
  afterAll(() => databases.stop());

  const key = { host: 'github.com', organisation: 'Acme' };
  const at = (seconds: number) => new Date(seconds * 1_000);
  const person = (login: string, name?: string) => ({
    ...{ id: `U_${login}`, login },
    ...(name && { name }),
  });
  const team = {
    id: 'T_1',
    slug: 'web',
    combinedSlug: 'Acme/web',
    members: ['mel'],
  };
  const none = { people: [], teams: [] };

  async function open() {
    const knex = await databases.create();
    await peopleMigration.up(knex);
    await peopleFingerprintsMigration.up(knex);
    return { knex, store: createPeopleStore({ knex }) };
  }

  it('keeps the later answer, whichever is written first', async () => {
    const { store } = await open();
    const write = (
      askedAt: Date,
      options: { name?: string; drop?: string[] },
    ) =>
      store.known.write({
        ...{ ...key, login: 'Acme', askedAt },
        put: {
          people: options.name ? [person('mel', options.name)] : [],
          teams: [],
        },
        drop: { people: options.drop ?? [], teams: [] },
      });
    await write(at(20), { name: 'Later' });
    await write(at(10), { name: 'Earlier' });
    await write(at(10), { drop: ['U_mel'] });
    expect((await store.known.snapshot(key)).people).toEqual([
      person('mel', 'Later'),
    ]);
    await write(at(30), { drop: ['U_mel'] });
    expect((await store.known.snapshot(key)).people).toEqual([]);
  });

  it('keeps many, and ends a problem with a complete read', async () => {
    const { store } = await open();
    const people = Array.from({ length: 450 }, (__, n) =>
      person(`person-${n}`),
    );
    const problem = { at: at(1).toISOString(), message: 'It is down' };
    await store.known.note({ ...key, login: 'Acme', problem });
    expect(await store.known.organisations()).toEqual([
      { host: 'github.com', login: 'Acme', seesAll: false, problem },
    ]);
    await store.known.write({
      ...{ ...key, login: 'Acme', askedAt: at(1), readAt: at(2), drop: none },
      seesAll: true,
      put: { people, teams: [team] },
    });
    expect(await store.known.organisation(key)).toEqual({
      ...{ host: 'github.com', login: 'Acme', seesAll: true, readAt: at(2) },
    });
    const snapshot = await store.known.snapshot(key);
    expect(snapshot.people).toHaveLength(450);
    expect(snapshot.teams).toEqual([team]);
    await store.known.write({
      ...{ ...key, login: 'Acme', askedAt: at(3), put: none },
      drop: { people: people.map(({ id }) => id), teams: [] },
    });
    expect((await store.known.snapshot(key)).people).toEqual([]);
    await store.known.forget(key);
    expect(await store.known.organisations()).toEqual([]);
  });

  it('remembers what was given, and from where', async () => {
    const { store } = await open();
    const provider = 'provider:a';
    await store.given.setOrganisations({
      ...{ provider, host: 'github.com', organisations: ['Zeta', 'acme'] },
    });
    expect(
      await store.given.organisations({ provider, host: 'github.com' }),
    ).toEqual(['zeta', 'acme']);
    const record = (put: [string, string][], drop: string[], exact = false) =>
      store.given.record({ provider, put: new Map(put), drop, exact });
    await record(
      [
        ['user:default/a', '1'],
        ['user:default/b', '1'],
      ],
      [],
    );
    await record([['user:default/a', '2']], ['user:default/b']);
    expect([...(await store.given.given({ provider }))]).toEqual([
      ['user:default/a', '2'],
    ]);
    await record([['user:default/c', '1']], [], true);
    expect([...(await store.given.given({ provider }))]).toEqual([
      ['user:default/c', '1'],
    ]);
  });

  it('remembers fingerprints, and what the last read was by', async () => {
    const { store } = await open();
    const { fingerprints } = store;
    expect(await fingerprints.of(key)).toBeUndefined();
    const told = { fingerprint: 'a', at: at(1), goodUntil: at(11) };
    await fingerprints.tell({ ...key, ...told });
    await fingerprints.setRead({ ...key, readAs: 'hash' });
    expect(await fingerprints.of({ ...key, organisation: 'ACME' })).toEqual({
      ...{ fingerprint: 'a', toldAt: at(1), goodUntil: at(11) },
      readAs: 'hash',
    });
    await fingerprints.tell({ ...key, at: at(2) });
    expect(await fingerprints.of(key)).toEqual({
      ...{ fingerprint: 'a', readAs: 'hash' },
    });
    await fingerprints.setRead(key);
    expect(await fingerprints.of(key)).toEqual({ fingerprint: 'a' });
    await store.known.forget(key);
    expect(await fingerprints.of(key)).toBeUndefined();
  });

  it('holds one plan for each organisation', async () => {
    const { knex, store } = await open();
    const held = (id: string) => ({
      ...{ host: 'github.com', organisation: 'acme', isWhole: false },
      ...{ people: ['U_mel'], teams: [] },
      plan: {
        ...{ id, at: at(1).toISOString(), what: 'people' as const },
        ...{ reason: 'too many', remove: 1, of: 3, names: ['mel'] },
      },
    });
    await store.held.hold(held('one'));
    await store.held.hold(held('two'));
    expect(await store.held.all()).toEqual([held('two')]);
    expect(await store.held.byId({ planId: 'one' })).toBeUndefined();
    expect(await store.held.of(key)).toEqual(held('two'));
    await store.held.release(key);
    expect(await store.held.all()).toEqual([]);
    await peopleFingerprintsMigration.down(knex);
    await peopleMigration.down(knex);
    expect(await knex.schema.hasTable('people_held')).toBe(false);
  });
});
