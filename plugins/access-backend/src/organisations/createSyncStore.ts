import type { PeopleSync } from '@callboard/plugin-access-common';
import type { Knex } from 'knex';

const TABLE = 'organisation_syncs';
/** How many a source keeps. */
const KEPT = 20;

interface Row {
  id: string;
  provider: string;
  started_at: number | string;
  ended_at: number | string;
  started_by: PeopleSync['by'];
  outcome: PeopleSync['outcome'];
  has_changes: boolean | number;
  detail: string;
}

/** What sources have done, of all replicas. */
export interface SyncStore {
  /** Keeps it, and forgets what is too old. */
  write(options: { providerName: string; sync: PeopleSync }): Promise<void>;
  has(options: { providerName: string }): Promise<boolean>;
  /** By the name of the provider, newest first. */
  read(): Promise<Map<string, PeopleSync[]>>;
}

/** Of each source it keeps the newest 20, the newest 20 with changes, and the newest that succeeded. */
export function createSyncStore(options: { knex: Knex }): SyncStore {
  const { knex } = options;

  async function forget(provider: string) {
    const rows: Pick<Row, 'id' | 'has_changes' | 'outcome'>[] = await knex(
      TABLE,
    )
      .where({ provider })
      .orderBy([
        { column: 'ended_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .select('id', 'has_changes', 'outcome');
    const ids = (some: typeof rows, most: number) =>
      some.slice(0, most).map(({ id }) => id);
    const kept = new Set([
      ...ids(rows, KEPT),
      ...ids(
        rows.filter(row => Boolean(row.has_changes)),
        KEPT,
      ),
      ...ids(
        rows.filter(({ outcome }) => outcome === 'read'),
        1,
      ),
    ]);
    const old = rows.map(({ id }) => id).filter(id => !kept.has(id));
    if (old.length > 0) await knex(TABLE).whereIn('id', old).delete();
  }

  return {
    async write({ providerName, sync }) {
      const { id, startedAt, endedAt, by, outcome, ...detail } = sync;
      const { added, changed, removed } = sync;
      await knex(TABLE).insert({
        id,
        provider: providerName,
        started_at: Date.parse(startedAt),
        ended_at: Date.parse(endedAt),
        started_by: by,
        outcome,
        has_changes: added.count + changed.count + removed.count > 0,
        detail: JSON.stringify(detail),
      });
      await forget(providerName);
    },
    async has({ providerName }) {
      const row = await knex(TABLE)
        .where({ provider: providerName })
        .first('id');
      return row !== undefined;
    },
    async read() {
      const rows: Row[] = await knex(TABLE)
        .orderBy([
          { column: 'ended_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .select();
      const found = new Map<string, PeopleSync[]>();
      for (const row of rows) {
        const syncs = found.get(row.provider) ?? [];
        syncs.push(toSync(row));
        found.set(row.provider, syncs);
      }
      return found;
    },
  };
}

function toSync(row: Row): PeopleSync {
  // PostgreSQL hands out large integers as text.
  const time = (value: number | string) =>
    new Date(Number(value)).toISOString();
  return {
    ...JSON.parse(row.detail),
    id: row.id,
    startedAt: time(row.started_at),
    endedAt: time(row.ended_at),
    by: row.started_by,
    outcome: row.outcome,
  };
}
