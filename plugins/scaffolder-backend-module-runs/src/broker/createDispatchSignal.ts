/** Lets claimers wait for a run that waits: until this process dispatches one, or it is time to look at what other processes left. */
export interface DispatchSignal {
  /** Resolves on a signal, or after `ms`. Rejects with the reason when `signal` aborts. */
  wait(options: { ms: number; signal?: AbortSignal }): Promise<void>;
  send(): void;
}

/** A signal within the process. */
export function createDispatchSignal(): DispatchSignal {
  const waiters = new Set<() => void>();
  return {
    send() {
      for (const wake of [...waiters]) wake();
    },
    wait: ({ ms, signal }) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(wake, ms);
        timer.unref();
        waiters.add(wake);
        signal?.addEventListener('abort', abort, { once: true });
        if (signal?.aborted) abort();
        function tidy() {
          clearTimeout(timer);
          waiters.delete(wake);
          signal?.removeEventListener('abort', abort);
        }
        function wake() {
          tidy();
          resolve();
        }
        function abort() {
          tidy();
          reject(signal?.reason);
        }
      }),
  };
}
