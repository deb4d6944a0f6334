/** How the mirror waits, so that tests need not. */
export interface Timers {
  /** Runs it once after so many milliseconds; returns how to forget it. */
  after(options: { ms: number; run: () => void }): () => void;
}

/** Of the process; what waits does not keep it alive. */
export const processTimers: Timers = {
  after({ ms, run }) {
    const timer = setTimeout(run, ms);
    timer.unref();
    return () => clearTimeout(timer);
  },
};
