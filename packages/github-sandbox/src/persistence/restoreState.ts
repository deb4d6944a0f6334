import type { Sandbox } from '../core/Sandbox';
import type { State } from '../core/state';
import type { SavedState } from './SavedState';

/** Fills an empty sandbox with what was saved. */
export function restoreState(options: {
  sandbox: Sandbox;
  saved: SavedState;
}): void {
  const { sandbox, saved } = options;
  for (const name of Object.keys(sandbox.state) as Array<keyof State>) {
    const table = sandbox.state[name] as { insert(row: unknown): void };
    (saved.tables[name] ?? []).forEach(row => table.insert(row));
  }
  sandbox.skipIds({ to: saved.lastId });
  // A moved clock stays moved, forwards; one that was only a little off is not worth it.
  const { clockOffsetMs = 0 } = saved;
  if (clockOffsetMs > 1000) {
    sandbox.clock.set({ time: new Date(Date.now() + clockOffsetMs) });
  }
}
