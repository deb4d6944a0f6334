/** The smallest share of a page that is tried. */
const SMALLEST = 1 / 16;
/** As many good answers in a row and pages grow again. */
const TRUSTED_AFTER = 4;

/** How much is asked for at a time, between all and a sixteenth. */
export interface PageScale {
  /** Of a page of this size, what to ask for now; at least 1. */
  of(size: number): number;
  /** An answer came whole. */
  grow(): void;
  /** An answer did not. False where pages are as small as they get. */
  shrink(): boolean;
}

/** Halves pages when GitHub gives up, and doubles them after four good answers. */
export function createPageScale(): PageScale {
  let share = 1;
  let good = 0;
  return {
    of: size => Math.max(1, Math.floor(size * share)),
    grow() {
      good += 1;
      if (good >= TRUSTED_AFTER && share < 1) {
        share *= 2;
        good = 0;
      }
    },
    shrink() {
      good = 0;
      if (share <= SMALLEST) return false;
      share /= 2;
      return true;
    },
  };
}
