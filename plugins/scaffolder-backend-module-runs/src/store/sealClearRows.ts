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
      const { state, residue } = openState({ sealer, row });
      await knex<TaskRow>('tasks')
        // Not one that has changed since.
        .where({ id: taskId, secrets: row.secrets, state: row.state })
        .update({
          secrets:
            row.secrets &&
            sealSecrets({ sealer, taskId, ...openSecrets({ sealer, row }) }),
          state: state ? sealState({ sealer, taskId, state, residue }) : null,
        });
      after = taskId;
    }
    sealed += rows.length;
    if (rows.length < AT_ONCE) return sealed;
  }
}
