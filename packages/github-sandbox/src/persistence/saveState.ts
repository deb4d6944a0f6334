import fs from 'node:fs/promises';
import type { Sandbox } from '../core/Sandbox';
import type { SavedState } from './SavedState';
import { savedRows } from './savedRows';

/** Writes the state into a file for its owner alone. An interrupted write leaves the older file. */
export async function saveState(options: {
  sandbox: Sandbox;
  file: string;
}): Promise<void> {
  const { sandbox, file } = options;
  const saved: SavedState = {
    version: 1,
    lastId: sandbox.nextId(),
    clockOffsetMs: sandbox.clock.now().getTime() - Date.now(),
    tables: savedRows(sandbox.state),
  };
  const unfinished = `${file}.part`;
  await fs.writeFile(unfinished, JSON.stringify(saved), { mode: 0o600 });
  await fs.rename(unfinished, file);
}
