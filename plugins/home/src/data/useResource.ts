import { useCallback, useEffect, useRef, useState } from 'react';
import { toError, type ErrorLike } from '@backstage/errors';
import type { Resource } from './resource';

/**
 * What was last shown, per source. Coming back to the page paints it at once and renews it behind the scenes. It lives
 * in memory only, so it ends with the tab.
 */
const remembered = new WeakMap<object, Map<string, unknown>>();

function memoryOf(source: object): Map<string, unknown> {
  const known = remembered.get(source) ?? new Map<string, unknown>();
  remembered.set(source, known);
  return known;
}

/**
 * Loads something from a source (an API object) under a key; an undefined key waits until what it depends on is known.
 * What is on the page stays there while something newer is under way, and when that fails.
 */
export function useResource<T>(options: {
  source: object;
  key: string | undefined;
  load: () => Promise<T>;
}): Resource<T> {
  const { source, key, load } = options;
  const [attempt, setAttempt] = useState(0);
  const [outcome, setOutcome] = useState<{ key: string; error?: ErrorLike }>();
  const shown = useRef<{ value: T }>();
  const retry = useCallback(() => {
    setOutcome(undefined);
    setAttempt(n => n + 1);
  }, []);

  useEffect(() => {
    if (key === undefined) return undefined;
    let isCurrent = true;
    load().then(
      value => {
        memoryOf(source).set(key, value);
        if (isCurrent) setOutcome({ key });
      },
      error => {
        if (isCurrent) setOutcome({ key, error: toError(error) });
      },
    );
    return () => {
      isCurrent = false;
    };
    // `load` is a new closure at each render; the key says when it would give something else.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [source, key, attempt]);

  const memory = memoryOf(source);
  if (key !== undefined && memory.has(key))
    shown.current = { value: memory.get(key) as T };
  const error = outcome?.key === key ? outcome?.error : undefined;

  if (shown.current)
    return {
      state: 'ready',
      value: shown.current.value,
      ...(error && { outdated: { retry } }),
    };
  return error ? { state: 'failed', error, retry } : { state: 'loading' };
}
