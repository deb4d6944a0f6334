/** Rows beyond both edges, so that a scroll shows no gap. */
const BEYOND = 12;

/** Which of many rows of one height are to be drawn. `until` is the first that is not. */
export function windowOf(options: {
  count: number;
  rowHeight: number;
  scrollTop: number;
  height: number;
}): { from: number; until: number } {
  const { count, rowHeight, scrollTop, height } = options;
  const first = Math.floor(scrollTop / rowHeight) - BEYOND;
  const from = Math.max(0, Math.min(first, count - 1));
  const rows = Math.ceil(height / rowHeight) + 2 * BEYOND;
  return { from, until: Math.min(count, from + rows) };
}
