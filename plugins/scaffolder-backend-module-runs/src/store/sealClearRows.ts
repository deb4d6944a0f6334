import type { Knex } from 'knex';
import {
  openSecrets,
  openState,
  sealSecrets,
  sealState,
} from '../broker/RunSecrets';
import type { Sealer } from '../keys/createSealer';
import type { TaskRow } from './rows';

const AT_ONCE = 200;
const SEALED = '{"sealed"%';

/** Seals what stock has stored in clear: secrets and states of runs from before this module. Gives the number of rows. */
export async function sealClearRows(options: {
  knex: Knex;
  sealer: Sealer;
}): Promise<number> {
  const { knex, sealer } = options;
  let sealed = 0;
  let after = '';
  for (;;) {
    const rows: Pick<TaskRow, 'id' | 'secrets' | 'state'>[] =
      await knex<TaskRow>('tasks')
        .whereRaw('(secrets not like ? or state not like ?)', [SEALED, SEALED])
        .andWhereRaw('cast(id as text) > ?', [after])
        .orderByRaw('cast(id as text)')
        .limit(AT_ONCE)
        .select('id', 'secrets', 'state');
    for (const row of rows) {
      const { id: taskId } = row;
      after = taskId;
      await knex<TaskRow>('tasks')
        // Not one that has changed since.
        .where({ id: taskId, secrets: row.secrets, state: row.state })
        .update({
          secrets: orAsItIs(
            row.secrets,
            () =>
              row.secrets &&
              sealSecrets({ sealer, taskId, ...openSecrets({ sealer, row }) }),
          ),
          state: orAsItIs(row.state, () => {
            const { state, residue } = openState({ sealer, row });
            return state ? sealState({ sealer, taskId, state, residue }) : null;
          }),
        });
    }
    sealed += rows.length;
    if (rows.length < AT_ONCE) return sealed;
  }
}

/** What cannot be read is no reason not to start: whoever claims or retries the run says so. */
function orAsItIs(text: string | null, make: () => string | null) {
  try {
    return make();
  } catch {
    return text;
  }
}
