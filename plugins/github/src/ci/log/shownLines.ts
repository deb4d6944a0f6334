import type { LogLine } from './parseLog';

/** The lines that are drawn: those of closed folds are left out, and with `found` all but these. */
export function shownLines(options: {
  lines: LogLine[];
  /** Numbers of the heads that are open. */
  open: ReadonlySet<number>;
  /** Only lines of these numbers. */
  found?: ReadonlySet<number>;
}): LogLine[] {
  const { lines, open, found } = options;
  if (found) return lines.filter(({ number }) => found.has(number));
  return lines.filter(({ within }) => within === undefined || open.has(within));
}
