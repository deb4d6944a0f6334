/** How often stock looks for work, fixed in its code. */
const STOCK_POLLING_MS = 1000;
const QUICK_POLLING_MS = 20;

/**
 * Has catalogs look for work every 20 ms instead of every second. Stock has no setting for that, and hundreds of
 * sequences of a few steps each would wait for most of an hour.
 */
export function quickPolling() {
  const original = globalThis.setTimeout;
  if ((original as { quick?: boolean }).quick) {
    return;
  }
  const quick = ((handler: () => void, delay?: number, ...rest: unknown[]) =>
    original(
      handler,
      delay === STOCK_POLLING_MS ? QUICK_POLLING_MS : delay,
      ...(rest as []),
    )) as typeof setTimeout;
  Object.assign(quick, original, { quick: true });
  globalThis.setTimeout = quick;
}
