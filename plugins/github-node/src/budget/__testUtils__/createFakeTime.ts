import type { Timers } from '../Timers';

/** A clock and timers that stand still until a test moves them. */
export function createFakeTime(start = '2026-03-01T10:00:00.000Z') {
  let time = Date.parse(start);
  let lastId = 0;
  const waiting = new Map<number, { at: number; run: () => void }>();
  const timers: Timers = {
    setTimeout(run, ms) {
      lastId += 1;
      waiting.set(lastId, { at: time + ms, run });
      return lastId as unknown as ReturnType<Timers['setTimeout']>;
    },
    clearTimeout(handle) {
      waiting.delete(handle as unknown as number);
    },
  };

  return {
    now: () => new Date(time),
    timers,
    /** How many timers are set. */
    waiting: () => waiting.size,
    /** Moves on, running what is due, each at its time; promises settle in between. */
    async advance(ms: number) {
      const end = time + ms;
      for (;;) {
        await settle();
        let next: [number, { at: number; run: () => void }] | undefined;
        for (const entry of waiting) {
          const before = next ? next[1].at : end + 1;
          if (entry[1].at < before) next = entry;
        }
        if (!next) break;
        const [id, { at, run }] = next;
        waiting.delete(id);
        time = Math.max(time, at);
        run();
      }
      time = end;
      await settle();
    },
  };
}

/** Lets promises that are ready go on. */
export function settle(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}
