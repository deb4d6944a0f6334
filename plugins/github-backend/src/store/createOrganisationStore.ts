import type { Knex } from 'knex';
import { databaseTime } from './databaseTime';
import { lockRows } from './lockRows';
import { lowerKey } from './lowerKey';
import type { OrganisationState, OrganisationStore } from './OrganisationStore';

const COLUMNS = {
  app: 'app',
  lastFullAt: 'last_full_at',
  fullTriedAt: 'full_tried_at',
  lastIncrementalAt: 'last_incremental_at',
  pushedCursor: 'pushed_cursor',
  updatedCursor: 'updated_cursor',
  settingsHash: 'settings_hash',
  uncounted: 'uncounted',
  credential: 'credential',
  registeredAt: 'registered_at',
  gap: 'gap',
  problem: 'problem',
} as const;

/** See `OrganisationStore`. */
export function createOrganisationStore(options: {
  knex: Knex;
  now: () => Date;
}): OrganisationStore {
  const { knex, now } = options;
  const table = () => knex('github_organisations');
  type Which = { host: string; organisation: string };
  const keysOf = ({ host, organisation }: Which) => ({
    host,
    organisation_key: lowerKey(organisation),
  });

  async function ensure({ host, organisation }: Which) {
    await table()
      .insert({ ...keysOf({ host, organisation }), organisation })
      .onConflict(['host', 'organisation_key'])
      .ignore();
  }

  return {
    async get(which) {
      const row = await table().where(keysOf(which)).first();
      return row && fromRow(row);
    },
    async list() {
      const rows = await table().orderBy(['host', 'organisation_key']);
      return rows.map(fromRow);
    },
    async set({ host, organisation, values }) {
      const changes = Object.fromEntries(
        Object.entries(values)
          .filter(([, value]) => value !== undefined)
          .map(([key, value]) => [
            COLUMNS[key as keyof typeof COLUMNS],
            key === 'problem' && value ? JSON.stringify(value) : value,
          ]),
      );
      await table()
        .insert({ ...keysOf({ host, organisation }), organisation, ...changes })
        .onConflict(['host', 'organisation_key'])
        .merge({ organisation, ...changes });
    },
    async forget(which) {
      await table().where(keysOf(which)).delete();
    },
    async lease({ holder, forMs, ...which }) {
      await ensure(which);
      const taken = await table()
        .where(keysOf(which))
        .where(free =>
          free
            .whereNull('lease_holder')
            .orWhere('lease_holder', holder)
            .orWhere('leased_until', '<', databaseTime(knex)),
        )
        .update({
          lease_holder: holder,
          leased_until: databaseTime(knex, forMs),
        });
      return taken === 1;
    },
    async release({ holder, ...which }) {
      await table()
        .where({ ...keysOf(which), lease_holder: holder })
        .update({ lease_holder: null, leased_until: null });
    },
    async countRemovals({ count, windowMs, ...which }) {
      await ensure(which);
      return await knex.transaction(async tx => {
        const row = await tx('github_organisations')
          .where(keysOf(which))
          .modify(lockRows)
          .first('removing_since', 'removed');
        const at = now().getTime();
        const isOpen =
          row?.removing_since && at - Number(row.removing_since) < windowMs;
        const removed = (isOpen ? Number(row.removed) : 0) + count;
        await tx('github_organisations')
          .where(keysOf(which))
          .update({
            removed,
            ...(!isOpen && { removing_since: at }),
          });
        return removed;
      });
    },
  };
}

function fromRow(row: any): OrganisationState {
  const state: Record<string, unknown> = {
    host: row.host,
    organisation: row.organisation,
  };
  for (const [key, column] of Object.entries(COLUMNS)) {
    if (row[column] !== null && row[column] !== undefined) {
      state[key] = key === 'problem' ? JSON.parse(row[column]) : row[column];
    }
  }
  return state as unknown as OrganisationState;
}
