import type { Knex } from 'knex';
import { databaseTime } from '../../store/databaseTime';
import {
  toRun,
  toItem,
  type CountRow,
  type ItemRow,
  type RunRow,
} from './importRows';
import type { ImportStore } from './ImportStore';
import { beginRun } from './beginRun';

/** Longer than any one step at GitHub takes. */
const LEASE_MS = 120_000;
/** Plans that are kept of an organisation; older ones that are over go. */
const KEPT = 20;
const CHUNK = 100;

/** See `ImportStore`; on the plugin's database, SQLite or PostgreSQL. */
export function createImportStore(options: {
  knex: Knex;
  now: () => Date;
}): ImportStore {
  const { knex, now } = options;
  const runs = () => knex<RunRow>('import_runs');
  const items = () => knex<ItemRow>('import_items');
  const time = () => now().getTime();

  /** Runs with something to do, that nobody works on. */
  const claimable = (query: Knex.QueryBuilder, owner = '') =>
    query
      .where(which =>
        which
          .whereIn('status', ['planning', 'running'])
          .orWhere(paused =>
            paused
              .where('status', 'paused')
              .where('paused_until', '<=', time()),
          ),
      )
      .where(which =>
        which
          .whereNull('lease_until')
          .orWhere('lease_until', '<', databaseTime(knex))
          .orWhere('lease_owner', owner),
      );

  const countsOf = async (ids: string[]): Promise<CountRow[]> =>
    ids.length === 0
      ? []
      : await knex('import_items')
          .whereIn('run_id', ids)
          .select(
            'run_id',
            'state',
            'selected',
            knex.raw('case when outcome is null then 0 else 1 end as is_done'),
          )
          .count({ count: '*' })
          .groupBy('run_id', 'state', 'selected', 'is_done');

  return {
    async create({ id, host, organisation, createdBy }) {
      await runs().insert({
        id,
        host,
        organisation,
        created_at: time(),
        created_by: createdBy,
        status: 'planning',
      });
      const old = await runs()
        .where({ host, organisation })
        .whereIn('status', ['planned', 'done', 'failed'])
        .orderBy('created_at', 'desc')
        .offset(KEPT)
        .limit(CHUNK)
        .select('id');
      const gone = old.map(row => row.id);
      await items().whereIn('run_id', gone).delete();
      await runs().whereIn('id', gone).delete();
    },
    async list() {
      const rows = await runs().orderBy('created_at', 'desc').select();
      const counts = await countsOf(rows.map(({ id }) => id));
      return rows.map(row =>
        toRun({ row, counts: counts.filter(one => one.run_id === row.id) }),
      );
    },
    async find({ id, items: withItems }) {
      const row = await runs().where({ id }).first();
      return (
        row &&
        toRun({
          row,
          counts: await countsOf([id]),
          items: withItems
            ? await items().where({ run_id: id }).orderBy('position')
            : [],
        })
      );
    },
    async claim({ id, owner }) {
      const taken = await claimable(runs().where({ id }), owner).update({
        lease_owner: owner,
        lease_until: databaseTime(knex, LEASE_MS),
      });
      if (taken !== 1) return undefined;
      // One that was held goes on.
      await runs().where({ id, status: 'paused' }).update({
        status: 'running',
        status_reason: null,
        paused_until: null,
      });
      const row = (await runs().where({ id }).first())!;
      return { ...row, mode: row.mode ?? undefined };
    },
    async renew({ id, owner }) {
      const renewed = await runs()
        .where({ id, lease_owner: owner })
        .whereIn('status', ['planning', 'running'])
        .update({ lease_until: databaseTime(knex, LEASE_MS) });
      return renewed === 1;
    },
    async release({ id, owner }) {
      await runs()
        .where({ id, lease_owner: owner })
        .update({ lease_owner: null, lease_until: null });
    },
    async due() {
      const rows = await claimable(runs()).select('id');
      return rows.map(({ id }: { id: string }) => id);
    },
    async progress({ id, read, expected }) {
      await runs().where({ id }).update({ read, expected });
    },
    async planned({ id, owner, items: found, reason }) {
      return knex.transaction(async transaction => {
        const isOurs = await transaction('import_runs')
          .where({ id, lease_owner: owner, status: 'planning' })
          .update({ status: 'planned', status_reason: reason ?? null });
        if (isOurs !== 1) return false;
        await transaction('import_items').where({ run_id: id }).delete();
        const rows = found.map((item, position) => ({
          run_id: id,
          repository: item.repository,
          position,
          state: item.state,
          item: JSON.stringify(item),
          selected: false,
        }));
        for (let start = 0; start < rows.length; start += CHUNK) {
          await transaction('import_items').insert(
            rows.slice(start, start + CHUNK),
          );
        }
        return true;
      });
    },
    begin: begun => beginRun({ knex, ...begun }),
    async next({ id }) {
      const row = await items()
        .where({ run_id: id, selected: true })
        .whereNull('outcome')
        .orderBy('position')
        .first();
      return row && toItem(row);
    },
    async outcome({ id, repository, outcome }) {
      await items()
        .where({ run_id: id, repository })
        .update({ outcome: JSON.stringify(outcome) });
    },
    async hold({ id, owner, reason, until }) {
      await runs().where({ id, lease_owner: owner, status: 'running' }).update({
        status: 'paused',
        status_reason: reason,
        paused_until: until.getTime(),
      });
    },
    async pause({ id, reason }) {
      const paused = await runs()
        .where({ id })
        .whereIn('status', ['running', 'paused'])
        .update({
          status: 'paused',
          status_reason: reason,
          paused_until: null,
          active_key: null,
        });
      return paused === 1;
    },
    async finish({ id, owner, status, reason }) {
      const finished = await runs()
        .where({ id, lease_owner: owner })
        .whereIn('status', ['planning', 'running'])
        .update({
          status,
          status_reason: reason ?? null,
          active_key: null,
          paused_until: null,
        });
      return finished === 1;
    },
  };
}
