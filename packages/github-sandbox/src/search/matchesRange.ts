/**
 * Whether a number or ISO time is in a range as searches write it: `>10`, `<=2026-11-01`, `2026-01-01..2026-02-01`, `*..5`, or the value
 * itself (a day is all of it). https://docs.github.com/search-github/getting-started-with-searching-on-github/understanding-the-search-syntax
 */
export function matchesRange(options: {
  range: string;
  actual: string | number | null;
}): boolean {
  const { range, actual } = options;
  if (actual === null) return false;
  const number = (text: string, end: boolean) => {
    if (typeof actual === 'number') return Number(text);
    const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
    return Date.parse(isDay && end ? `${text}T23:59:59Z` : text);
  };
  const is = typeof actual === 'number' ? actual : Date.parse(actual);

  if (range.includes('..')) {
    const [from, to] = range.split('..');
    return (
      (from === '*' || is >= number(from, false)) &&
      (to === '*' || is <= number(to, true))
    );
  }
  const [, sign, text] = /^(>=|<=|>|<)?(.*)$/.exec(range)!;
  switch (sign) {
    case '>':
      return is > number(text, true);
    case '>=':
      return is >= number(text, false);
    case '<':
      return is < number(text, false);
    case '<=':
      return is <= number(text, true);
    default:
      return is >= number(text, false) && is <= number(text, true);
  }
}
