import { hashSecret } from '@callboard/plugin-access-node';
import type { Knex } from 'knex';
import { keyMigrations } from '../keyMigrations';
import { KeyStore } from '../KeyStore';

const START = new Date('2026-11-26T10:00:00Z').getTime();
const HOUR_MS = 3_600_000;

/** The tests that a store has to pass on every database. */
// eslint-disable-next-line jest/no-export -- it runs on each kind of database, in a file of its own
export function storeBehaviour(openDatabase: () => Promise<Knex>) {
  async function open() {
    const knex = await openDatabase();
    for (const migration of Object.values(keyMigrations)) {
      await migration.up(knex);
    }
    let time = START;
    const store = new KeyStore({ knex, now: () => new Date(time) });
    return {
      ...{ knex, store },
      later: (ms: number) => {
        time += ms;
      },
      create: (name = 'ci') =>
        store.create({
          ...{ name, by: 'user:default/olivia', lifetimeHours: 24 },
          scopes: { plugins: ['catalog'], readOnly: true },
        }),
    };
  }

  const secretOf = (key: string) => key.split('_').slice(2).join('_');

  it('stores a hash of the secret, and the secret nowhere', async () => {
    const { knex, store, create } = await open();
    const { apiKey, key } = await create();
    const rows = await knex('api_keys');
    expect(JSON.stringify(rows)).not.toContain(secretOf(key));
    expect(await store.read()).toEqual([
      {
        id: apiKey.id,
        hash: hashSecret(secretOf(key)),
        scopes: { plugins: ['catalog'], readOnly: true },
        expiresAt: new Date(START + 24 * HOUR_MS),
      },
    ]);
    const other = await create();
    expect(other.key).not.toBe(key);
    expect(other.apiKey.id).not.toBe(apiKey.id);
  });

  it('lists the newest first, with how each stands', async () => {
    const { store, create, later } = await open();
    const first = await create('first');
    later(23 * HOUR_MS);
    await create('second');
    await store.revoke({ id: first.apiKey.id, by: 'user:default/oscar' });
    await create('third');
    later(2 * HOUR_MS);
    const listed = await store.list();
    expect(listed.map(({ name, state }) => `${name} ${state}`).sort()).toEqual([
      'first revoked',
      'second active',
      'third active',
    ]);
    expect(listed.at(-1)!).toMatchObject({
      name: 'first',
      revokedBy: 'user:default/oscar',
      revokedAt: new Date(START + 23 * HOUR_MS).toISOString(),
    });
    later(24 * HOUR_MS);
    expect((await store.list())[0].state).toBe('expired');
  });

  it('keeps who revoked a key first', async () => {
    const { store, create, later } = await open();
    const { id } = (await create()).apiKey;
    await store.revoke({ id, by: 'user:default/olivia' });
    later(HOUR_MS);
    expect(await store.revoke({ id, by: 'user:default/oscar' })).toMatchObject({
      revokedBy: 'user:default/olivia',
      revokedAt: new Date(START).toISOString(),
    });
  });

  it('renews a key that is rotated, and ends the secret before no later than it would have', async () => {
    const { store, create, later } = await open();
    const { id } = (await create()).apiKey;
    later(23 * HOUR_MS);
    const { apiKey } = await store.rotate({ id, overlapHours: 24 });
    expect(apiKey).toMatchObject({
      expiresAt: new Date(START + 47 * HOUR_MS).toISOString(),
      previousSecretUntil: new Date(START + 24 * HOUR_MS).toISOString(),
    });
    const [{ previous }] = await store.read();
    expect(previous!.until).toEqual(new Date(START + 24 * HOUR_MS));
  });

  it('takes an overlap that is not a whole number of milliseconds', async () => {
    const { store, create } = await open();
    const { id } = (await create()).apiKey;
    await store.rotate({ id, overlapHours: 1 / 7 });
    const [{ previous }] = await store.read();
    expect(previous!.until).toEqual(new Date(START + Math.round(HOUR_MS / 7)));
  });

  it('rotates no key that is gone, expired or revoked, and lets one of two at once win', async () => {
    const { store, create, later } = await open();
    const { id } = (await create()).apiKey;
    const both = await Promise.allSettled(
      [1, 2].map(() => store.rotate({ id, overlapHours: 0 })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    later(25 * HOUR_MS);
    const rotate = store.rotate({ id, overlapHours: 0 });
    await expect(rotate).rejects.toMatchObject({ name: 'ConflictError' });
    await store.revoke({ id, by: 'user:default/olivia' });
    const revoked = store.rotate({ id, overlapHours: 0 });
    await expect(revoked).rejects.toThrow('is revoked');
    for (const missing of [
      store.rotate({ id: 'none', overlapHours: 0 }),
      store.revoke({ id: 'none', by: 'user:default/olivia' }),
    ]) {
      await expect(missing).rejects.toMatchObject({ name: 'NotFoundError' });
    }
  });

  it('keeps the latest use, whichever replica writes last', async () => {
    const { store, create } = await open();
    const { id } = (await create()).apiKey;
    const at = (hours: number) => new Date(START + hours * HOUR_MS);
    await store.keepUses([{ id, at: at(2) }]);
    await store.keepUses([{ id, at: at(1) }]);
    expect((await store.list())[0].lastUsedAt).toBe(at(2).toISOString());
  });
}
