import { useEffect, useState } from 'react';

/** Draws the component again every so many milliseconds, so that "20 seconds ago" stays true. */
export function useTick(everyMs: number): void {
  const [, setTick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) setTick(n => n + 1);
    }, everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
}
