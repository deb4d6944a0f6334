import type { Knex } from 'knex';
import { lockRows } from '../../store/lockRows';
import type { AnswerKey, AnswerStore, StoredAnswer } from './AnswerStore';
import { forgetOldAnswers } from './forgetOldAnswers';

interface Row {
  host: string;
  repository: string;
  what: string;
  credential: string;
  state: StoredAnswer['state'];
  etag: string | null;
  body: string;
  bytes: number;
  began_at_ms: number | string;
  asked_at_ms: number | string;
  fresh_until_ms: number | string;
  used_at_ms: number | string;
}

const KEY = ['host', 'repository', 'what'];
const DAY = 24 * 60 * 60 * 1000;

/** See `AnswerStore`. The database has `activityMigration`. */
export function createAnswerStore(options: {
  knex: Knex;
  now: () => Date;
}): AnswerStore {
  const { knex, now } = options;
  const answers = () => knex<Row>('github_answers');
  const keyOf = ({ host, repository, what }: AnswerKey) => ({
    ...{ host, repository, what },
  });

  async function markedAt(
    which: { host: string; repository: string; topics: string[] },
    database: Knex = knex,
  ): Promise<number | undefined> {
    const { host, repository, topics } = which;
    if (topics.length === 0) return undefined;
    const found = await database('github_marks')
      .where({ host, repository })
      .whereIn('topic', topics)
      .max({ at: 'at_ms' })
      .first();
    return found?.at ? Number(found.at) : undefined;
  }

  async function markIn(
    database: Knex,
    which: Parameters<AnswerStore['mark']>[0],
  ): Promise<void> {
    const { host, repository, topics, at } = which;
    // In one order, so that two who mark at once never wait for each other.
    const rows = [...new Set(topics)].sort().map(topic => ({
      ...{ host, repository, topic },
      at_ms: at,
    }));
    await database('github_marks')
      .insert(rows)
      .onConflict(['host', 'repository', 'topic'])
      .merge();
  }

  return {
    async read({ topics, ...key }) {
      const [row, marked] = await Promise.all([
        answers().where(keyOf(key)).first(),
        markedAt({ ...key, topics }),
      ]);
      if (!row) return {};
      const at = now().getTime();
      // Once a day is enough to know what is not used any more.
      if (at - Number(row.used_at_ms) > DAY) {
        await answers().where(keyOf(key)).update({ used_at_ms: at });
      }
      return {
        answer: {
          credential: row.credential,
          state: row.state,
          ...(row.etag && { etag: row.etag }),
          body: row.body,
          beganAt: Number(row.began_at_ms),
          askedAt: Number(row.asked_at_ms),
          freshUntil: Number(row.fresh_until_ms),
        },
        ...(marked !== undefined && { markedAt: marked }),
      };
    },

    async write({ answer, ...key }) {
      const row = {
        ...keyOf(key),
        credential: answer.credential,
        state: answer.state,
        etag: answer.etag ?? null,
        body: answer.body,
        bytes: Buffer.byteLength(answer.body),
        began_at_ms: answer.beganAt,
        asked_at_ms: answer.askedAt,
        fresh_until_ms: answer.freshUntil,
        used_at_ms: now().getTime(),
      };
      await answers().insert(row).onConflict(KEY).merge();
    },

    async change({ topic, at, change, ...key }) {
      return await knex.transaction(async tx => {
        const row = await tx<Row>('github_answers')
          .where(keyOf(key))
          .modify(lockRows)
          .first();
        const marked = await markedAt({ ...key, topics: [topic] }, tx);
        // Also where there is nothing to change: a request may be under way whose answer is of before.
        await markIn(tx, { ...key, topics: [topic], at });
        if (row?.state !== 'answered') return 'missing';
        const { body, freshForMs = 0 } = change(row.body);
        const isFresh =
          Number(row.began_at_ms) > (marked ?? -Infinity) &&
          Number(row.fresh_until_ms) > at;
        await tx<Row>('github_answers')
          .where(keyOf(key))
          .update({
            ...(body !== undefined && {
              body,
              etag: null,
              bytes: Buffer.byteLength(body),
              asked_at_ms: at,
            }),
            ...(isFresh && {
              began_at_ms: Math.max(at + 1, Number(row.began_at_ms)),
              fresh_until_ms: Math.max(
                Number(row.fresh_until_ms),
                at + freshForMs,
              ),
            }),
          });
        return body === undefined ? 'same' : 'changed';
      });
    },

    mark: which => markIn(knex, which),

    async forget({ host, repository }) {
      const isOwner = repository.endsWith('/*');
      const prefix = repository.slice(0, -1);
      for (const table of ['github_answers', 'github_job_logs']) {
        const query = knex(table).where({ host });
        await (isOwner
          ? query.whereRaw('substr(repository, 1, ?) = ?', [
              prefix.length,
              prefix,
            ])
          : query.where({ repository })
        ).delete();
      }
    },

    async forgetRefusals({ host, owner }) {
      const prefix = `${owner.toLowerCase()}/`;
      await answers()
        .where({ host, state: 'refused' })
        .whereRaw('substr(repository, 1, ?) = ?', [prefix.length, prefix])
        .delete();
    },

    forgetOld: ({ mostBytes }) => forgetOldAnswers({ knex, now, mostBytes }),
  };
}
