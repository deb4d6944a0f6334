import { useEffect, useState } from 'react';
import { usePolled, type Polled } from '@callboard/page-parts';

/** How often the portal's own backend is asked: soon again while something is under way. GitHub is not asked more often for it. */
const EVERY_MS = { busy: 5_000, quiet: 60_000 };

/** As `usePolled`, and faster while what came says that something goes on. */
export function usePolledSoon<T>(options: {
  key: string | undefined;
  load: (signal: AbortSignal) => Promise<T>;
  isBusyWith(value: T): boolean;
  /** @defaultValue 5 s while busy, else a minute */
  everyMs?: { busy: number; quiet: number };
}): { polled: Polled<T>; refresh: () => void; isBusy: boolean } {
  const { key, load, isBusyWith, everyMs = EVERY_MS } = options;
  const [isBusy, setBusy] = useState(false);
  const { polled, refresh } = usePolled({
    key,
    load,
    everyMs: isBusy ? everyMs.busy : everyMs.quiet,
  });
  const isNowBusy = polled.state === 'ready' && isBusyWith(polled.value);
  useEffect(() => setBusy(isNowBusy), [isNowBusy]);
  return { polled, refresh, isBusy };
}
