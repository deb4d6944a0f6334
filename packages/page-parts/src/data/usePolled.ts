import { useCallback, useEffect, useRef, useState } from 'react';
import { toError, type ErrorLike } from '@backstage/errors';

/** Something that is asked for again and again. What is on the page stays there while something newer is under way, and when that fails. */
export type Polled<T> =
  | { state: 'loading' }
  | { state: 'ready'; value: T; outdated?: ErrorLike }
  | { state: 'failed'; error: ErrorLike };

/**
 * Loads under a key, and again every so many milliseconds while the page can be seen. A page that comes back into sight and has missed its
 * turn loads at once. An undefined key asks for nothing.
 */
export function usePolled<T>(options: {
  key: string | undefined;
  load: (signal: AbortSignal) => Promise<T>;
  everyMs: number;
  isPaused?: boolean;
}): { polled: Polled<T>; refresh: () => void } {
  const { key, everyMs, isPaused = false } = options;
  const load = useRef(options.load);
  load.current = options.load;
  const loaded = useRef<string>();
  const [attempt, setAttempt] = useState(0);
  const [shown, setShown] = useState<{ key: string; value: T }>();
  const [problem, setProblem] = useState<{ key: string; error: ErrorLike }>();
  const refresh = useCallback(() => setAttempt(n => n + 1), []);

  useEffect(() => {
    const turn = `${attempt} ${key}`;
    // Pausing does not ask once more for what is shown already.
    if (key === undefined || (isPaused && loaded.current === turn))
      return undefined;
    const controller = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isDue = false;

    const run = async () => {
      isDue = false;
      try {
        const value = await load.current(controller.signal);
        if (controller.signal.aborted) return;
        loaded.current = turn;
        setShown({ key, value });
        setProblem(undefined);
      } catch (error) {
        if (controller.signal.aborted) return;
        setProblem({ key, error: toError(error) });
      }
      if (isPaused) return;
      timer = setTimeout(() => {
        if (document.hidden) isDue = true;
        else run();
      }, everyMs);
    };
    const onVisible = () => {
      if (isDue && !document.hidden) run();
    };
    document.addEventListener('visibilitychange', onVisible);
    run();
    return () => {
      controller.abort();
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onVisible);
    };
  }, [key, everyMs, isPaused, attempt]);

  const error = problem?.key === key ? problem?.error : undefined;
  if (shown && shown.key === key)
    return {
      polled: { state: 'ready', value: shown.value, outdated: error },
      refresh,
    };
  return {
    polled: error ? { state: 'failed', error } : { state: 'loading' },
    refresh,
  };
}
