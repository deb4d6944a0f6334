import { AsyncLocalStorage } from 'node:async_hooks';

/** One piece of work at a time. Work that is started inside of the piece that holds the mutex runs at once. */
export class Mutex {
  readonly #holder = new AsyncLocalStorage<{ active: boolean }>();
  #last: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#holder.getStore()?.active) {
      return work();
    }
    const turn = this.#last.then(async () => {
      // What outlives the piece of work no longer counts as inside.
      const holder = { active: true };
      try {
        return await this.#holder.run(holder, work);
      } finally {
        holder.active = false;
      }
    });
    this.#last = turn.catch(() => {});
    return turn;
  }
}
