import type { Knex } from 'knex';
import { describeRepositories } from './describeRepositories';
import { openStore } from './openStores';

const host = 'github.com';
const of = { host, owner: 'Acme' };
const which = { host, organisation: 'Acme' };
const hint = (name: string, more: object = {}) => ({
  host,
  owner: 'acme',
  name,
  reason: 'push' as const,
  ...more,
});
const claim = { ...of, limit: 50, holder: 'one', forMs: 60_000 };

/** What a store does on any database. */
// eslint-disable-next-line jest/no-export -- a suite that two test files run, each on its database
export function describeStore(create: () => Promise<Knex>): void {
  describeRepositories(create);

  async function open() {
    return await openStore(await create());
  }

  it('makes one question of many hints, and keeps what is hinted at while it is asked', async () => {
    const { store, pass } = await open();
    await store.hints.add([
      hint('shop', { happenedAt: '2026-11-26T11:00:02Z' }),
      hint('Shop', { commit: 'c1', until: '2026-11-26T12:01:00Z' }),
      hint('shop', { happenedAt: '2026-11-26T11:00:01Z', saysGone: true }),
      hint('pay'),
    ]);
    expect(await store.hints.count(of)).toBe(2);
    const claimed = await store.hints.claim(claim);
    expect(claimed.map(each => each.hint.name).sort()).toEqual(['pay', 'shop']);
    expect(claimed.find(each => each.hint.name === 'shop')!.hint).toMatchObject(
      {
        saysGone: true,
        happenedAt: '2026-11-26T11:00:01Z',
        commit: 'c1',
      },
    );
    // Another replica gets none of them.
    expect(await store.hints.claim({ ...claim, holder: 'two' })).toEqual([]);
    await store.hints.add([hint('shop')]);
    await store.hints.done(claimed);
    const again = await store.hints.claim(claim);
    expect(again.map(each => each.hint.name)).toEqual(['shop']);
    await store.hints.again([
      { claimed: again[0], dueAt: new Date('2026-11-26T12:00:10.000Z') },
    ]);
    expect(await store.hints.claim(claim)).toEqual([]);
    expect(await store.hints.owners()).toEqual([
      { host, owner: 'acme', dueAt: new Date('2026-11-26T12:00:10.000Z') },
    ]);
    pass(10_000);
    expect(await store.hints.claim(claim)).toEqual([
      expect.objectContaining({ attempts: 1 }),
    ]);
  });

  it('gives a question to one of those that ask at the same time, and to another when that one has ended', async () => {
    const { store } = await open();
    await store.hints.add(
      Array.from({ length: 100 }, (_each, index) => hint(`r${index}`)),
    );
    const claims = await Promise.all(
      ['one', 'two', 'three', 'four'].map(holder =>
        store.hints.claim({ ...claim, holder, forMs: 60_000 }),
      ),
    );
    const keys = claims.flat().map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    const rest = await store.hints.claim({ ...claim, limit: 200 });
    expect(keys.length + rest.length).toBe(100);

    await store.hints.add([hint('ended')]);
    const ended = await store.hints.claim({ ...claim, forMs: -1 });
    expect(ended.map(each => each.hint.name)).toEqual(['ended']);
    expect(await store.hints.claim({ ...claim, holder: 'two' })).toEqual(ended);
    expect(await store.hints.claim({ ...claim, holder: 'three' })).toEqual([]);
  });

  it('takes back what an installation has lost, if it is much', async () => {
    const { store } = await open();
    const lost = { reason: 'installation' as const, saysGone: true };
    await store.hints.add(
      ['a', 'b', 'c'].map(name => hint(name, lost)).concat(hint('d')),
    );
    expect(await store.hints.dropLost({ ...of, moreThan: 3 })).toBe(3);
    expect(await store.hints.count(of)).toBe(4);
    expect(await store.hints.dropLost({ ...of, moreThan: 2 })).toBe(3);
    expect(await store.hints.count(of)).toBe(1);
  });

  it('lets one at a time run an organisation', async () => {
    const { store } = await open();
    const lease = { ...which, forMs: 60_000 };
    expect(await store.organisations.lease({ ...lease, holder: 'one' })).toBe(
      true,
    );
    expect(await store.organisations.lease({ ...lease, holder: 'two' })).toBe(
      false,
    );
    expect(await store.organisations.lease({ ...lease, holder: 'one' })).toBe(
      true,
    );
    await store.organisations.release({ ...which, holder: 'two' });
    expect(await store.organisations.lease({ ...lease, holder: 'two' })).toBe(
      false,
    );
    await store.organisations.release({ ...which, holder: 'one' });
    const short = { ...lease, holder: 'two', forMs: -1 };
    expect(await store.organisations.lease(short)).toBe(true);
    expect(await store.organisations.lease({ ...lease, holder: 'one' })).toBe(
      true,
    );
  });

  it('changes of an organisation what is named, and counts removals of an hour', async () => {
    const { store, pass } = await open();
    const { organisations } = store;
    await organisations.set({ ...which, values: { gap: 'lost', app: 7 } });
    const problem = { at: '2026-11-26T12:00:00.000Z', message: 'no' };
    await organisations.set({
      host,
      organisation: 'acme',
      values: { gap: null, problem },
    });
    expect(await organisations.list()).toEqual([
      { host, organisation: 'acme', app: 7, problem },
    ]);
    const count = async (removed: number) =>
      await organisations.countRemovals({
        ...which,
        count: removed,
        windowMs: 3_600_000,
      });
    expect([await count(2), await count(3)]).toEqual([2, 5]);
    pass(3_600_000);
    // Several replicas at a time.
    const counted = await Promise.all(
      Array.from({ length: 8 }, () => count(1)),
    );
    expect(counted.sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('keeps one plan for an organisation, and lags of an hour', async () => {
    const { store, pass } = await open();
    const plan = (id: string) => ({
      ...which,
      plan: {
        id,
        at: '2026-11-26T12:00:00.000Z',
        what: 'repositories' as const,
        reason: 'it looks wrong',
        remove: 1,
        of: 2,
        names: ['shop'],
      },
      removals: [{ id: 'R_shop', name: 'shop', kind: 'gone' as const }],
    });
    await store.plans.hold(plan('first'));
    await store.plans.hold(plan('second'));
    expect(await store.plans.byId('first')).toBeUndefined();
    expect(await store.plans.of({ host, organisation: 'acme' })).toEqual(
      plan('second'),
    );
    await store.plans.clear(which);
    expect(await store.plans.byId('second')).toBeUndefined();

    await store.lags.add({ ...which, lagsMs: [100.4, 200] });
    pass(3_600_001);
    await store.lags.add({ ...which, lagsMs: [300] });
    expect(await store.lags.lastHour(which)).toEqual([300]);
  });
}
