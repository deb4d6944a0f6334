import type { TaskSecrets } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { Sealer } from '../keys/createSealer';
import { isObject } from '../secrets/isObject';
import type { TaskRow } from '../store/rows';
import { readSealedColumn, sealedColumn } from '../store/sealedColumn';

/** What a run needs and nobody may read at rest. */
export interface RunSecrets {
  secrets?: TaskSecrets;
  /** Values of secret parameters, as `splitSecrets` takes them out. */
  hidden: Record<string, string>;
}

/** What a run has got to, as stock's runner keeps it: `{checkpoints, steps}`. */
export type RunState = JsonObject;

/** The text of the column `secrets`. */
export function sealSecrets(
  options: { sealer: Sealer; taskId: string } & RunSecrets,
): string {
  const { sealer, taskId, secrets, hidden } = options;
  const text = JSON.stringify({ secrets, hidden });
  return sealedColumn(sealer.seal({ taskId, part: 'secrets', text }));
}

/** The text of the column `state`. `residue` are secrets that are in the state or in the files of the run. */
export function sealState(options: {
  sealer: Sealer;
  taskId: string;
  state: RunState;
  residue: string[];
}): string {
  const { sealer, taskId, state, residue } = options;
  const text = JSON.stringify({ state, residue });
  return sealedColumn(sealer.seal({ taskId, part: 'state', text }));
}

/** Opens the column `secrets`. What stock stored in clear is read too. Throws an `Error` for another key. */
export function openSecrets(options: {
  sealer: Sealer;
  row: Pick<TaskRow, 'id' | 'secrets'>;
}): RunSecrets {
  const { sealer, row } = options;
  const column = readSealedColumn(row.secrets);
  if (column.outcome === 'empty') return { hidden: {} };
  if (column.outcome === 'clear') {
    return { secrets: JSON.parse(column.text), hidden: {} };
  }
  const { sealed } = column;
  return JSON.parse(sealer.open({ taskId: row.id, part: 'secrets', sealed }));
}

/** Opens the column `state`. As `openSecrets`. */
export function openState(options: {
  sealer: Sealer;
  row: Pick<TaskRow, 'id' | 'state'>;
}): { state?: RunState; residue: string[] } {
  const { sealer, row } = options;
  const column = readSealedColumn(row.state);
  if (column.outcome === 'empty') return { residue: [] };
  const text =
    column.outcome === 'clear'
      ? column.text
      : sealer.open({ taskId: row.id, part: 'state', sealed: column.sealed });
  const { state, residue = [] } = JSON.parse(text);
  return { residue, ...(isObject(state) && { state }) };
}
