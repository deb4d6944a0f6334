const MOST = 5;

/** Names for a sentence: `a, b and c`; of many the first and how many more there are. */
export function listed(
  names: string[],
  options: { most?: number; word?: 'and' | 'or' } = {},
): string {
  const { most = MOST, word = 'and' } = options;
  const shown =
    names.length > most
      ? [...names.slice(0, most), `${names.length - most} more`]
      : names;
  return shown.length < 2
    ? shown.join('')
    : `${shown.slice(0, -1).join(', ')} ${word} ${shown.at(-1)}`;
}
