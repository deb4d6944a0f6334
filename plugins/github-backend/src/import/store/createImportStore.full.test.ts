// eslint-disable-next-line @backstage/no-forbidden-package-imports -- it is for tests, and so not exported
import { startPostgres } from '@callboard/cli/src/testing/startPostgres';
import type { ImportItem } from '@callboard/plugin-github-common';
import knexFactory, { type Knex } from 'knex';
import { importMigration } from '../importMigration';
import { createImportStore } from './createImportStore';

jest.setTimeout(120_000);

const items = (...names: string[]): ImportItem[] =>
  names.map(name => ({
    ...{ repository: `acme/${name}`, url: '', state: 'inferable' as const },
    ...{ missing: [], problems: [] },
  }));

describe.each(['SQLite', 'PostgreSQL'])('on %s', kind => {
  let knex: Knex;
  let stop = async () => {};
  let time: number;
  const open = () => createImportStore({ knex, now: () => new Date(time) });

  beforeAll(async () => {
    if (kind === 'SQLite') {
      knex = knexFactory({
        ...{ client: 'better-sqlite3', connection: ':memory:' },
        useNullAsDefault: true,
      });
      return;
    }
    const postgres = await startPostgres();
    stop = () => postgres.stop();
    const connection = await postgres.createDatabase('imports');
    knex = knexFactory({ client: 'pg', connection });
  });
  afterAll(async () => {
    await knex.destroy();
    await stop();
  });
  beforeEach(async () => {
    time = Date.parse('2026-11-26T10:00:00.000Z');
    await importMigration.up(knex);
  });
  afterEach(() => importMigration.down!(knex));

  const endLeases = () =>
    knex('import_runs').whereNotNull('lease_until').update({ lease_until: 0 });

  async function plan(id: string, organisation = 'acme') {
    const store = open();
    await store.create({
      ...{ id, host: 'github.com', organisation, createdBy: 'user:default/o' },
    });
    await store.claim({ id, owner: 'a' });
    await store.planned({
      id,
      owner: 'a',
      items: items('one', 'two', 'three'),
    });
    await store.release({ id, owner: 'a' });
    return store;
  }

  it('counts, orders and keeps what became of each', async () => {
    const store = await plan('1');
    await store.begin({
      ...{ id: '1', mode: 'register', repositories: ['acme/two', 'acme/one'] },
    });
    expect((await store.next({ id: '1' }))!.repository).toBe('acme/one');
    const outcome = { status: 'failed', at: 'now', error: 'No' } as const;
    await store.outcome({ id: '1', repository: 'acme/one', outcome });
    expect((await store.next({ id: '1' }))!.repository).toBe('acme/two');
    expect(await store.find({ id: '1', items: true })).toMatchObject({
      ...{ createdAt: '2026-11-26T10:00:00.000Z', status: 'running' },
      ...{ done: 1, total: 2, counts: { inferable: 3, invalid: 0 } },
      items: [{ repository: 'acme/one', outcome }, {}, {}],
    });
    // What failed is tried again, and what was chosen stays.
    await store.pause({ id: '1', reason: 'Enough' });
    await store.begin({ id: '1', mode: 'register' });
    expect(await store.list()).toMatchObject([{ done: 0, total: 2 }]);
  });

  it('lets one process work, until its lease is over', async () => {
    const store = await plan('1');
    await store.begin({
      ...{ id: '1', mode: 'register', repositories: ['acme/one'] },
    });
    const claims = await Promise.all(
      ['a', 'b', 'c', 'd'].map(owner => store.claim({ id: '1', owner })),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await store.due()).toEqual([]);
    // A replica's own clock decides nothing.
    time += 600_000;
    expect(await store.due()).toEqual([]);
    await endLeases();
    expect(await store.due()).toEqual(['1']);
    expect(await store.claim({ id: '1', owner: 'e' })).toMatchObject({
      ...{ id: '1', mode: 'register', status: 'running' },
    });
    const held = await Promise.all(
      ['a', 'b', 'c', 'd'].map(owner => store.renew({ id: '1', owner })),
    );
    expect(held).toEqual([false, false, false, false]);
    // Nor does one that has lost it decide anything any more.
    for (const owner of ['a', 'b', 'c', 'd']) {
      expect(await store.finish({ id: '1', owner, status: 'failed' })).toBe(
        false,
      );
      const until = new Date(time);
      await store.hold({ id: '1', owner, reason: 'A limit', until });
      expect(await store.planned({ id: '1', owner, items: [] })).toBe(false);
    }
    expect(await store.find({ id: '1', items: true })).toMatchObject({
      ...{ status: 'running', items: [{}, {}, {}] },
    });
  });

  it('lets one run of an organisation write, however many begin at once', async () => {
    const ids = ['1', '2', '3'];
    for (const id of ids) await plan(id);
    await plan('4', 'other');
    const begun = await Promise.all(
      ids.map(id =>
        open().begin({ id, mode: 'register', repositories: ['acme/one'] }),
      ),
    );
    expect(begun.map(({ outcome }) => outcome).sort()).toEqual([
      'begun',
      'busy',
      'busy',
    ]);
    const [other] = await Promise.all([
      open().begin({
        ...{ id: '4', mode: 'register', repositories: ['acme/one'] },
      }),
    ]);
    expect(other.outcome).toBe('begun');
    const winner = ids[begun.findIndex(({ outcome }) => outcome === 'begun')];
    await open().claim({ id: winner, owner: 'a' });
    await open().finish({ id: winner, owner: 'a', status: 'done' });
    const [next] = ids.filter(id => id !== winner);
    expect(
      await open().begin({
        ...{ id: next, mode: 'register', repositories: ['acme/one'] },
      }),
    ).toEqual({ outcome: 'begun' });
  });

  it('goes on after a limit, and not after a pause', async () => {
    const store = await plan('1');
    const begin = { id: '1', mode: 'register' } as const;
    await store.begin({ ...begin, repositories: ['acme/one'] });
    await store.claim({ id: '1', owner: 'a' });
    const until = new Date(time + 60_000);
    await store.hold({ id: '1', owner: 'a', reason: 'A limit', until });
    await store.release({ id: '1', owner: 'a' });
    expect(await store.find({ id: '1', items: false })).toMatchObject({
      ...{ status: 'paused', pausedUntil: until.toISOString() },
    });
    expect(await store.due()).toEqual([]);
    time += 60_000;
    expect(await store.due()).toEqual(['1']);
    await store.claim({ id: '1', owner: 'a' });
    expect(await store.find({ id: '1', items: false })).toMatchObject({
      status: 'running',
    });
    expect(await store.pause({ id: '1', reason: 'Enough' })).toBe(true);
    expect(await store.renew({ id: '1', owner: 'a' })).toBe(false);
    time += 600_000;
    expect(await store.due()).toEqual([]);
  });

  it('keeps the last plans of an organisation', async () => {
    for (let id = 1; id <= 23; id += 1) {
      time += 1_000;
      await plan(`${id}`);
    }
    const left = await open().list();
    expect(left).toHaveLength(21);
    expect(left[0].id).toBe('23');
    expect(await open().find({ id: '1', items: true })).toBeUndefined();
    expect(await knex('import_items').where({ run_id: '1' })).toEqual([]);
  });
});
