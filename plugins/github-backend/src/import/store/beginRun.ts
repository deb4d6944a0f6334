import type { ImportMode } from '@callboard/plugin-github-common';
import type { Knex } from 'knex';
import type { RunRow } from './importRows';

const CHUNK = 100;

/** See `ImportStore.begin`. The unique `active_key` decides which of two that begin at once may. */
export async function beginRun(options: {
  knex: Knex;
  id: string;
  mode: ImportMode;
  repositories?: string[];
}): Promise<{ outcome: 'begun' } | { outcome: 'busy'; by: string }> {
  const { knex, id, mode, repositories } = options;
  const row = await knex<RunRow>('import_runs').where({ id }).first();
  const key = `${row?.host}/${row?.organisation}`.toLowerCase();
  try {
    await knex.transaction(async transaction => {
      const begun = await transaction('import_runs')
        .where({ id })
        .whereIn('status', ['planned', 'paused', 'done', 'failed'])
        .update({
          active_key: key,
          mode,
          status: 'running',
          status_reason: null,
          paused_until: null,
        });
      if (begun !== 1) throw new Error(`The run ${id} is under way`);
      const items = () => transaction('import_items').where({ run_id: id });
      if (repositories) {
        // What was applied before keeps its outcome, and is no part of what is applied now.
        await items().update({ selected: false });
        for (let start = 0; start < repositories.length; start += CHUNK) {
          await items()
            .whereIn('repository', repositories.slice(start, start + CHUNK))
            .update({ selected: true, outcome: null });
        }
      }
      // What failed is tried again.
      await items()
        .where({ selected: true })
        .whereLike('outcome', '%"status":"failed"%')
        .update({ outcome: null });
    });
    return { outcome: 'begun' };
  } catch (error) {
    const other = await knex<RunRow>('import_runs')
      .where({ active_key: key })
      .first();
    if (!other) throw error;
    return { outcome: 'busy', by: other.created_by };
  }
}
