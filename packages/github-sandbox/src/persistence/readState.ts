import fs from 'node:fs/promises';
import type { SavedState } from './SavedState';

export type ReadState =
  | { outcome: 'read'; saved: SavedState }
  | { outcome: 'none' }
  /** Not written by this version, or damaged. */
  | { outcome: 'unusable'; cause: string };

/** Reads what `saveState` has written. */
export async function readState(options: { file: string }): Promise<ReadState> {
  const { file } = options;
  let text: string;
  try {
    text = await fs.readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return { outcome: 'none' };
    }
    throw error;
  }
  try {
    const saved = JSON.parse(text);
    return saved.version === 1
      ? { outcome: 'read', saved }
      : { outcome: 'unusable', cause: 'another version has written it' };
  } catch (error) {
    return { outcome: 'unusable', cause: (error as Error).message };
  }
}
