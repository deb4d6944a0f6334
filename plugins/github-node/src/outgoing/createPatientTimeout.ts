import type { CallScope } from '../scope/CallScope';

type Observer = NonNullable<NonNullable<CallScope['call']>['observer']>;

/**
 * A time-out of a request that stands still while the budget holds the request back, over all of its hops. It runs from the beginning, so
 * that it holds as well for what nobody watches. Aborts with a `TimeoutError`.
 */
export function createPatientTimeout(options: { ms: number }): {
  signal: AbortSignal;
  /** For the scope in which the request is made. */
  observer: Required<Pick<Observer, 'opened' | 'left'>>;
  stop(): void;
} {
  const late = new AbortController();
  let left = options.ms;
  let running: { since: number; timer: NodeJS.Timeout } | undefined;

  function run() {
    running ??= {
      since: performance.now(),
      timer: setTimeout(
        () => late.abort(new DOMException('No answer in time', 'TimeoutError')),
        left,
      ),
    };
  }
  function stop() {
    if (!running) return;
    clearTimeout(running.timer);
    left = Math.max(0, left - (performance.now() - running.since));
    running = undefined;
  }

  run();
  return { signal: late.signal, observer: { opened: stop, left: run }, stop };
}
