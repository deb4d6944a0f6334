import type { Knex } from 'knex';
import type { RepositoryHint } from '../sync/RepositoryHint';
import { chunked } from './chunked';
import { databaseTime } from './databaseTime';
import type { ClaimedHint, HintQueue } from './HintQueue';
import { lockRows } from './lockRows';
import { lowerKey } from './lowerKey';
import { mergeHints } from './mergeHints';

interface HintRow {
  hint_key: string;
  host: string;
  owner_key: string;
  hint: string;
  reason: string;
  says_gone: number;
  version: number;
  attempts: number;
  due_at: number | string;
}

/** What nobody has taken. */
const FREE = { lease_holder: null, leased_until: null };

/** See `HintQueue`. */
export function createHintQueue(options: {
  knex: Knex;
  now: () => Date;
}): HintQueue {
  const { knex, now } = options;
  const table = () => knex<HintRow>('github_hints');
  const isPostgres = knex.client.config.client === 'pg';
  type Which = { host: string; owner: string };
  const ofOwner = ({ host, owner }: Which) => ({
    host,
    owner_key: lowerKey(owner),
  });

  async function addChunk(hints: Map<string, RepositoryHint>) {
    await knex.transaction(async tx => {
      const keys = [...hints.keys()].sort();
      const stored: HintRow[] = await tx('github_hints')
        .whereIn('hint_key', keys)
        .orderBy('hint_key')
        .modify(lockRows)
        .select('*');
      const storedOf = new Map(stored.map(row => [row.hint_key, row]));
      for (const key of keys) {
        const row = storedOf.get(key);
        const hint = row
          ? mergeHints(JSON.parse(row.hint), hints.get(key)!)
          : hints.get(key)!;
        const values = {
          ...ofOwner(hint),
          hint: JSON.stringify(hint),
          reason: hint.reason,
          says_gone: hint.saysGone ? 1 : 0,
          attempts: 0,
          due_at: now().getTime(),
        };
        await tx('github_hints')
          .insert({ hint_key: key, version: 1, ...values })
          .onConflict('hint_key')
          .merge({ ...values, version: tx.raw('github_hints.version + 1') });
      }
    });
  }

  return {
    async add(hints) {
      const merged = new Map<string, RepositoryHint>();
      for (const hint of hints) {
        const key = keyOf(hint);
        const earlier = merged.get(key);
        merged.set(key, earlier ? mergeHints(earlier, hint) : hint);
      }
      for (const chunk of chunked([...merged], 100)) {
        await addChunk(new Map(chunk));
      }
    },

    async claim({ limit, holder, forMs, ...which }) {
      return await knex.transaction(async tx => {
        const rows: HintRow[] = await tx('github_hints')
          .where(ofOwner(which))
          .where('due_at', '<=', now().getTime())
          .where(free =>
            free
              .whereNull('lease_holder')
              .orWhere('leased_until', '<', databaseTime(tx)),
          )
          .orderBy('due_at')
          .limit(limit)
          .modify(query => isPostgres && query.forUpdate().skipLocked())
          .select('*');
        if (rows.length === 0) {
          return [];
        }
        await tx('github_hints')
          .whereIn(
            'hint_key',
            rows.map(row => row.hint_key),
          )
          .update({
            lease_holder: holder,
            leased_until: databaseTime(tx, forMs),
          });
        return rows.map(row => ({
          key: row.hint_key,
          version: row.version,
          attempts: row.attempts,
          hint: JSON.parse(row.hint),
        }));
      });
    },

    async done(claimed) {
      await knex.transaction(async tx => {
        for (const { key, version } of inOrder(claimed)) {
          const gone = await tx('github_hints')
            .where({ hint_key: key, version })
            .delete();
          if (gone === 0) {
            await tx('github_hints').where({ hint_key: key }).update(FREE);
          }
        }
      });
    },

    async again(which) {
      const dueAt = new Map(which.map(each => [each.claimed.key, each.dueAt]));
      await knex.transaction(async tx => {
        for (const claimed of inOrder(which.map(each => each.claimed))) {
          const { key, version, attempts } = claimed;
          const later = await tx('github_hints')
            .where({ hint_key: key, version })
            .update({
              ...FREE,
              attempts: attempts + 1,
              due_at: dueAt.get(key)!.getTime(),
            });
          if (later === 0) {
            await tx('github_hints').where({ hint_key: key }).update(FREE);
          }
        }
      });
    },

    async owners() {
      const rows: any[] = await table()
        .groupBy('host', 'owner_key')
        .select('host', 'owner_key')
        .min({ due_at: 'due_at' });
      return rows.map(row => ({
        host: row.host,
        owner: row.owner_key,
        dueAt: new Date(Number(row.due_at)),
      }));
    },

    async count(which) {
      const [{ count }] = await knex('github_hints')
        .where(ofOwner(which))
        .count({ count: '*' });
      return Number(count);
    },

    async dropLost({ moreThan, ...which }) {
      const lost = () =>
        knex('github_hints').where({
          ...ofOwner(which),
          reason: 'installation',
          says_gone: 1,
        });
      const [row] = await lost().count({ count: '*' });
      const count = Number(row.count);
      if (count > moreThan) {
        await lost().delete();
      }
      return count;
    },
  };
}

/** The order in which rows are locked everywhere, so that no two transactions wait for each other. */
function inOrder(claimed: ClaimedHint[]) {
  return [...claimed].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** By what the sender knows: two senders may know different things of one repository, and then it is asked about once more. */
function keyOf(hint: RepositoryHint): string {
  const { host, owner, name, repositoryId } = hint;
  return repositoryId
    ? `${host}/id/${repositoryId}`
    : `${host}/name/${lowerKey(`${owner}/${name}`)}`;
}
