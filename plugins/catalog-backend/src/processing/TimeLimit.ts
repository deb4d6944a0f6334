type Entry = { deadline: number; giveUp: () => void };

/**
 * Gives up what does not end within a time. All that is under way shares one timer, because almost everything ends long before, and
 * a timer for each would cost more than the rest of the bookkeeping.
 */
export class TimeLimit {
  readonly limitMs: number;
  readonly #now: () => number;
  /** In the order of their deadlines. */
  readonly #entries = new Set<Entry>();
  #timer: NodeJS.Timeout | undefined;

  /** `now` returns a time in ms that never goes back. */
  constructor(options: { limitMs: number; now?: () => number }) {
    this.limitMs = options.limitMs;
    this.#now = options.now ?? (() => performance.now());
  }

  /** Calls `giveUp` once the time is over, unless the function that is returned was called before. */
  start(giveUp: () => void): () => void {
    const entry = { deadline: this.#now() + this.limitMs, giveUp };
    this.#entries.add(entry);
    this.#timer ??= this.#wait(this.limitMs);
    return () => this.#entries.delete(entry);
  }

  #wait(ms: number): NodeJS.Timeout {
    return setTimeout(() => this.#check(), Math.ceil(ms)).unref();
  }

  #check(): void {
    this.#timer = undefined;
    const now = this.#now();
    for (const entry of this.#entries) {
      if (entry.deadline > now) {
        this.#timer = this.#wait(entry.deadline - now);
        return;
      }
      this.#entries.delete(entry);
      entry.giveUp();
    }
  }
}
