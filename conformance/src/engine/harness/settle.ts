import type { Side } from './Side';
import { until } from './until';

/** Callboard's engine also has what it will try again soon as pending. */
const SOON_MS = 60_000;

const ORPHAN_ANNOTATION = '"backstage.io/orphan"';

/** Waits until a catalog has nothing left to process or to stitch. */
export async function settle(side: Side) {
  await untilIdle(side);
  if (side.engine === 'stock') {
    await markOrphans(side);
    if (await stitchWaiting(side)) {
      await untilIdle(side);
    }
  }
}

async function untilIdle(side: Side) {
  const countPending =
    side.engine === 'stock' ? countPendingInStock : countPendingInCallboard;
  let finishedBefore = -1;
  let pending = 0;
  const inProgress = () => side.activity.started - side.activity.finished;
  await until(
    async () => {
      pending = await countPending(side);
      const { finished } = side.activity;
      const idle = pending === 0 && inProgress() === 0;
      // What was loaded a moment ago is neither pending nor counted yet, so idle has to be seen twice.
      const settled = idle && finishedBefore === finished;
      finishedBefore = idle ? finished : -1;
      return settled;
    },
    {
      describe: () =>
        `${
          side.engine
        } does not settle: ${pending} pending, ${inProgress()} in progress`,
    },
  );
}

async function countPendingInStock({ knex }: Side) {
  const [process] = await knex('refresh_state')
    .where('next_update_at', '<=', knex.fn.now())
    .count({ count: '*' });
  const [stitch] = await knex('stitch_queue')
    .where('next_stitch_at', '<=', knex.fn.now())
    .count({ count: '*' });
  return Number(process.count) + Number(stitch.count);
}

async function countPendingInCallboard({ knex }: Side) {
  const [process] = await knex('engine_entities')
    .where('due_at', '<', Date.now() + SOON_MS)
    .count({ count: '*' });
  const [stitch] = await knex('stitch_queue')
    .whereNot('stitch_ticket', '')
    .orWhereNot('entity_ref', 'like', 'engine:%')
    .count({ count: '*' });
  return Number(process.count) + Number(stitch.count);
}

/**
 * Stock finds out that an entity has become an orphan, or is none any more, when it processes it the next time. This does not wait
 * for that.
 */
async function markOrphans({ knex }: Side) {
  const rows: { entity_ref: string; final_entity: string; parent?: string }[] =
    await knex('final_entities')
      .leftJoin(
        'refresh_state_references',
        'refresh_state_references.target_entity_ref',
        'final_entities.entity_ref',
      )
      .distinct(
        'final_entities.entity_ref',
        'final_entity',
        'refresh_state_references.target_entity_ref as parent',
      );
  const wrong = rows.filter(
    row => !row.parent !== row.final_entity.includes(ORPHAN_ANNOTATION),
  );
  if (wrong.length > 0) {
    await knex('stitch_queue')
      .insert(
        wrong.map(row => ({
          entity_ref: row.entity_ref,
          stitch_ticket: 'orphan',
          next_stitch_at: knex.fn.now(),
        })),
      )
      .onConflict('entity_ref')
      .ignore();
  }
}

/**
 * What stock could not stitch, it tries again a minute later, and so long it also puts off what has changed since. This lets that minute
 * pass. Resolves to whether there was anything.
 */
async function stitchWaiting({ knex }: Side): Promise<boolean> {
  const waiting: number = await knex('stitch_queue').update({
    next_stitch_at: knex.fn.now(),
  });
  return waiting > 0;
}
