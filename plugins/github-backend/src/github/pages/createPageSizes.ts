import type { OwnerOfPages, PageSizes } from './PageSizes';

/** The most that GitHub takes. https://docs.github.com/en/graphql/guides/using-pagination-in-the-graphql-api */
export const LARGEST = 100;
/** Successes between two sizes at first, and after GitHub's wall was met again and again: each meeting costs ten seconds and extra points. */
const PATIENCE = { first: 2, longest: 32 };

interface State {
  size: number;
  /** Successes since it grew. */
  successes: number;
  /** Successes that it takes to grow. */
  patience: number;
  /** The size before failures without a success between. */
  before?: number;
  skipped: number;
}

/** In memory, for the process. Halves after a failure and doubles after some successes. */
export function createPageSizes(): PageSizes {
  const states = new Map<string, State>();
  const stateOf = ({ host, owner }: OwnerOfPages) => {
    const key = `${host}/${owner.toLowerCase()}`;
    const state = states.get(key) ?? {
      size: LARGEST,
      successes: 0,
      patience: PATIENCE.first,
      skipped: 0,
    };
    states.set(key, state);
    return state;
  };

  return {
    of: (owner, most) => Math.max(1, Math.min(stateOf(owner).size, most)),
    succeeded(owner, size) {
      const state = stateOf(owner);
      state.before = undefined;
      state.skipped = 0;
      // A small question that went well does not say that a larger one would.
      if (size < state.size) return;
      state.successes += 1;
      if (state.successes < state.patience) return;
      state.successes = 0;
      if (state.size === LARGEST) state.patience = PATIENCE.first;
      state.size = Math.min(LARGEST, state.size * 2);
    },
    failed(owner, size, { isWall, isPart }) {
      const state = stateOf(owner);
      // Others have found that out already.
      if (size > state.size) return;
      state.before ??= state.size;
      state.size = Math.max(1, Math.floor(size / 2));
      if (isPart) {
        state.before = undefined;
        state.skipped = 0;
      }
      if (!isWall) return;
      state.successes = 0;
      state.patience = Math.min(state.patience * 2, PATIENCE.longest);
    },
    skipped(owner) {
      const state = stateOf(owner);
      state.size = state.before ?? state.size;
      state.before = undefined;
      state.successes = 0;
      state.patience = PATIENCE.first;
      state.skipped += 1;
      return state.skipped;
    },
  };
}
