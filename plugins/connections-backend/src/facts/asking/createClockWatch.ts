import type { ReadHeader } from './Asked';

/** Compares this machine's clock with the `date` of answers; the answer that came fastest tells best. */
export function createClockWatch() {
  let best: { tookMs: number; skewMs: number } | undefined;
  return {
    read(options: { header: ReadHeader; begun: Date; ended: Date }): void {
      const { header, begun, ended } = options;
      const theirs = Date.parse(header('date') ?? '');
      if (Number.isNaN(theirs)) return;
      const tookMs = ended.getTime() - begun.getTime();
      if (best && best.tookMs <= tookMs) return;
      // The header has whole seconds, cut off.
      const middle = (begun.getTime() + ended.getTime()) / 2;
      best = { tookMs, skewMs: middle - (theirs + 500) };
    },
    /** Positive: ours is ahead. */
    skewSeconds: () => best && (Math.round(best.skewMs / 1000) || 0),
  };
}
