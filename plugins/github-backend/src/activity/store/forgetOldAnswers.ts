import type { Knex } from 'knex';

const DAY = 24 * 60 * 60 * 1000;
const UNUSED_MS = 30 * DAY;
/** No answer is taken for fresh for so long, so that an older mark says nothing. */
const MARKS_KEPT_MS = 3 * DAY;
const MOST_LOG_BYTES = 200 * 1024 * 1024;

/** See `AnswerStore.forgetOld`; logs of jobs have their own bound. */
export async function forgetOldAnswers(options: {
  knex: Knex;
  now: () => Date;
  mostBytes: number;
}): Promise<void> {
  const { knex, now, mostBytes } = options;
  const at = now().getTime();
  await knex('github_marks')
    .where('at_ms', '<', at - MARKS_KEPT_MS)
    .delete();
  for (const [table, most] of [
    ['github_answers', mostBytes],
    ['github_job_logs', MOST_LOG_BYTES],
  ] as const) {
    await knex(table)
      .where('used_at_ms', '<', at - UNUSED_MS)
      .delete();
    const total = await knex(table).sum({ bytes: 'bytes' }).first();
    let excess = Number(total?.bytes ?? 0) - most;
    while (excess > 0) {
      const oldest = await knex(table)
        .orderBy('used_at_ms')
        .limit(100)
        .select('used_at_ms', 'bytes');
      if (oldest.length === 0) break;
      let until = 0;
      for (const row of oldest) {
        if (excess <= 0) break;
        excess -= Number(row.bytes);
        until = Number(row.used_at_ms);
      }
      await knex(table).where('used_at_ms', '<=', until).delete();
    }
  }
}
