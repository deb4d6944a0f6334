import { useCallback, useRef, useState } from 'react';
import { toError, type ErrorLike } from '@backstage/errors';

/** Something that a person sets off: whether it is under way, and what came of it. A second press while it runs does nothing. */
export function useAction<Input extends unknown[], Output>(
  act: (...input: Input) => Promise<Output>,
): {
  run: (...input: Input) => Promise<void>;
  isRunning: boolean;
  result?: Output;
  error?: ErrorLike;
} {
  const [outcome, setOutcome] = useState<{
    isRunning: boolean;
    result?: Output;
    error?: ErrorLike;
  }>({ isRunning: false });
  const isRunning = useRef(false);
  const current = useRef(act);
  current.current = act;

  const run = useCallback(async (...input: Input) => {
    if (isRunning.current) return;
    isRunning.current = true;
    setOutcome({ isRunning: true });
    try {
      const result = await current.current(...input);
      setOutcome({ isRunning: false, result });
    } catch (error) {
      setOutcome({ isRunning: false, error: toError(error) });
    } finally {
      isRunning.current = false;
    }
  }, []);

  return { run, ...outcome };
}
