/** So many processors run side by side. */
const QUICK_SLOTS = 64;
/** Who takes longer waits for something else, and makes room for others. */
const SLOW_AFTER_MS = 2_000;
/** So many may be slow before they hold up others. */
const SLOW_SLOTS = 256;

/**
 * Limits how many tasks run side by side. Tasks that take long have slots of their own, so that processors that hang do not hold up those
 * that do not.
 */
export class ProcessingSlots {
  readonly #waiting: (() => void)[] = [];
  #quick = 0;
  #slow = 0;

  /** How many take long. */
  get slow(): number {
    return this.#slow;
  }

  /** Whether a task would have to wait. */
  get isFull(): boolean {
    return this.#quick >= QUICK_SLOTS;
  }

  /** Runs a task when there is a slot. Settles as it does. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.isFull) {
      await new Promise<void>(resolve => this.#waiting.push(resolve));
    } else {
      this.#quick++;
    }
    let isSlow = false;
    const timer = setTimeout(() => {
      if (this.#slow >= SLOW_SLOTS) return;
      isSlow = true;
      this.#slow++;
      this.#release();
    }, SLOW_AFTER_MS);
    try {
      return await task();
    } finally {
      clearTimeout(timer);
      if (isSlow) this.#slow--;
      else this.#release();
    }
  }

  /** The slot goes to the next in line. */
  #release() {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#quick--;
  }
}
