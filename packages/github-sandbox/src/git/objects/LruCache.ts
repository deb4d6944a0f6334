/** Keeps the values that were used last, up to `limit` in the sum of their sizes. */
export class LruCache<T> {
  readonly #entries = new Map<string, { value: T; size: number }>();
  readonly #limit: number;
  #size = 0;

  constructor(options: { limit: number }) {
    this.#limit = options.limit;
  }

  get(key: string): T | undefined {
    const entry = this.#entries.get(key);
    if (!entry) {
      return undefined;
    }
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** A value larger than a quarter of the limit is not kept: it would push out everything else. */
  set(key: string, value: T, size: number = 1): void {
    this.#remove(key);
    if (size > this.#limit / 4) {
      return;
    }
    this.#entries.set(key, { value, size });
    this.#size += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#size <= this.#limit) {
        return;
      }
      this.#remove(oldest);
    }
  }

  #remove(key: string): void {
    const entry = this.#entries.get(key);
    if (entry) {
      this.#size -= entry.size;
      this.#entries.delete(key);
    }
  }
}
