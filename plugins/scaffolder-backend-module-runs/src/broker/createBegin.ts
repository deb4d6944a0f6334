import { isObject } from '../secrets/isObject';
import type { Fence } from './createFence';
import type { CurrentRun } from './currentRun';
import type { RunState } from './RunSecrets';

/**
 * `CurrentRun.begin` of one attempt. The notes are kept under `begun` in the state of the run, beside stock's `checkpoints` and `steps`, and are
 * read as the attempt found them: what it begins itself is no news to it.
 */
export function createBegin(options: {
  /** Of the run; it is changed. */
  state: RunState;
  /** Writes the state down. */
  save(): Promise<void>;
  fence: Pick<Fence, 'assertMine'>;
}): CurrentRun['begin'] {
  const { state, save, fence } = options;
  const begun = isObject(state.begun) ? state.begun : {};
  const before = new Set(Object.keys(begun));
  return async ({ key }) => {
    await fence.assertMine();
    if (!begun[key]) {
      begun[key] = true;
      state.begun = begun;
      await save();
    }
    return {
      wasBegun: before.has(key),
      async refused() {
        before.delete(key);
        delete begun[key];
        await save();
      },
    };
  };
}
