import type { Side } from './Side';
import { until } from './until';

/** Waits until a catalog has nothing left to process or to stitch. */
export async function settle(side: Side) {
  await untilIdle(side);
  if (await retryFailedStitching(side)) {
    await untilIdle(side);
  }
}

async function untilIdle(side: Side) {
  let finishedBefore = -1;
  let pending = '';
  await until(
    async () => {
      const toProcess = await countDue(side, 'refresh_state', 'next_update_at');
      const toStitch = await countDue(side, 'stitch_queue', 'next_stitch_at');
      const { started, finished } = side.activity;
      pending = `${toProcess} to process, ${toStitch} to stitch, ${
        started - finished
      } in progress`;
      const idle = toProcess + toStitch === 0 && started === finished;
      // What was loaded a moment ago is neither due nor counted yet, so idle has to be seen twice.
      const settled = idle && finishedBefore === finished;
      finishedBefore = idle ? finished : -1;
      return settled;
    },
    { describe: () => `${side.engine} does not settle: ${pending}` },
  );
}

/**
 * What stock could not stitch, it tries again a minute later, and so long it also puts off what has changed since. This lets that minute
 * pass. Resolves to whether there was anything.
 */
async function retryFailedStitching({ knex }: Side): Promise<boolean> {
  const failed: number = await knex('stitch_queue').update({
    next_stitch_at: knex.fn.now(),
  });
  return failed > 0;
}

async function countDue({ knex }: Side, table: string, column: string) {
  const [{ count }] = await knex(table)
    .where(column, '<=', knex.fn.now())
    .count({ count: '*' });
  return Number(count);
}
