/** Where two JSON values differ, one line for each place: its path, what the first has there, and what the second has. */
export function describeDifferences(
  first: unknown,
  second: unknown,
  path = '',
): string[] {
  if (isObject(first) && isObject(second)) {
    const keys = new Set([...Object.keys(first), ...Object.keys(second)]);
    return [...keys].flatMap(key =>
      describeDifferences(
        first[key],
        second[key],
        Array.isArray(first) ? `${path}[${key}]` : `${path}.${key}`,
      ),
    );
  }
  return Object.is(first, second)
    ? []
    : [`${path}: ${brief(first)} | ${brief(second)}`];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
