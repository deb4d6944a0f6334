/**
 * Whether a time is in the range of a query: `2026-11-01`, `>=2026-11-01`, `2026-11-01..2026-11-30`, `*..2026-11-30T12:00:00Z`. A date stands for
 * its whole day. https://docs.github.com/search-github/getting-started-with-searching-on-github/understanding-the-search-syntax#query-for-dates
 */
export function matchesCreated(options: {
  query: string | null;
  /** ISO time. */
  time: string;
}): boolean {
  const { query, time } = options;
  if (!query) return true;
  const at = new Date(time).getTime();
  const [from, to] = query.split('..');
  if (to !== undefined) {
    return (
      (from === '*' || at >= spanOf(from).start) &&
      (to === '*' || at <= spanOf(to).end)
    );
  }
  const [, sign, date] = /^(>=|<=|>|<)?(.+)$/.exec(query)!;
  const { start, end } = spanOf(date);
  switch (sign) {
    case '>=':
      return at >= start;
    case '<=':
      return at <= end;
    case '>':
      return at > end;
    case '<':
      return at < start;
    default:
      return at >= start && at <= end;
  }
}

function spanOf(text: string): { start: number; end: number } {
  const start = new Date(text).getTime();
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  return { start, end: start + (isDay ? 24 * 60 * 60 * 1000 : 1000) - 1 };
}
