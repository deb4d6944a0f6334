/** How to wait, so that tests need not. */
export interface Timers {
  setTimeout(run: () => void, ms: number): TimerHandle;
  clearTimeout(handle: TimerHandle | undefined): void;
}

type TimerHandle = ReturnType<typeof setTimeout>;
