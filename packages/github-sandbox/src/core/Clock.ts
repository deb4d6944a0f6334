/** Sandbox time. It runs with the machine's clock until a test moves it. */
export interface Clock {
  now(): Date;
  /** `now()` as GitHub writes it: `2026-11-26T04:58:40Z`. */
  iso(): string;
  /** Runs once when sandbox time has come that far. Returns a function that forgets it. */
  schedule(options: { afterMs: number; run: () => void }): () => void;
}

/** A clock that tests and the control API can move. */
export interface MovableClock extends Clock {
  /** Moves time forward; what was scheduled for the time between runs before this returns. */
  advance(options: { ms: number }): void;
  /** Sets the time. Going back runs nothing. */
  set(options: { time: Date }): void;
  /** Stops time at `now()`; only `advance` and `set` move it from then on. */
  freeze(): void;
  resume(): void;
  isFrozen(): boolean;
  /** Forgets everything that is scheduled. */
  stop(): void;
}
