import type { Knex } from 'knex';
import { createSyncStore } from '../createSyncStore';
import { organisationMigrations } from '../organisationMigrations';
import { ago, aSync, change } from './aSync';

type OpenDatabase = () => Promise<Knex>;

/** A store on an empty database. */
async function start(open: OpenDatabase) {
  const knex = await open();
  for (const migration of Object.values(organisationMigrations)) {
    await migration.up(knex);
  }
  const store = createSyncStore({ knex });
  const a = 'LdapOrgEntityProvider:a';
  return {
    store,
    a,
    write: (sync: ReturnType<typeof aSync>, providerName = a) =>
      store.write({ providerName, sync }),
    ids: async () => (await store.read()).get(a)?.map(({ id }) => id),
  };
}

/** What the store has to do on every database. */
export const storeBehaviour: [
  what: string,
  run: (open: OpenDatabase) => Promise<void>,
][] = [
  [
    'gives back what was written, newest first, by source',
    async open => {
      const { store, write, a } = await start(open);
      const old = aSync({ id: 'old', endedAt: ago(60), startedAt: ago(61) });
      const failed = aSync({
        id: 'failed',
        outcome: 'failed',
        by: 'event',
        error: 'refused',
        removed: change('user:default/grace'),
        notices: [{ level: 'warn', message: 'odd' }],
      });
      await write(old);
      await write(failed);
      await write(aSync({ id: 'other' }), 'other');
      const read = await store.read();
      expect(read.get(a)).toEqual([failed, old]);
      expect(read.get('other')).toHaveLength(1);
      expect(await store.has({ providerName: a })).toBe(true);
      expect(await store.has({ providerName: 'nobody' })).toBe(false);
    },
  ],
  [
    'keeps the newest 20, and of older ones those with changes and the last that succeeded',
    async open => {
      const { write, ids } = await start(open);
      const at = (id: string, minutes: number) => ({
        id,
        startedAt: ago(minutes),
        endedAt: ago(minutes),
      });
      await write(aSync({ ...at('changed', 200), added: change('user:a/b') }));
      await write(aSync(at('nothing', 190)));
      await write(aSync(at('read', 180)));
      for (let i = 0; i < 25; i++) {
        await write(
          aSync({ ...at(`failed-${i}`, 100 - i), outcome: 'failed' }),
        );
      }
      const kept = await ids();
      expect(kept).toHaveLength(22);
      expect(kept?.[0]).toBe('failed-24');
      expect(kept).toEqual(
        expect.arrayContaining(['changed', 'read', 'failed-5']),
      );
      expect(kept).not.toContain('nothing');
      expect(kept).not.toContain('failed-4');
    },
  ],
];
