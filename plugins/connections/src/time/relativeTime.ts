const UNITS: Array<[Intl.RelativeTimeFormatUnit, number]> = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** `20 seconds ago`, `in 23 minutes`, in the reader's language unless a locale is given. */
export function relativeTime(options: {
  at: Date;
  now: Date;
  locale?: string;
  /** `narrow` is `20s ago`, for tables. @defaultValue long */
  style?: Intl.RelativeTimeFormatStyle;
}): string {
  const { at, now, locale, style } = options;
  const seconds = Math.round((at.getTime() - now.getTime()) / 1000);
  if (Number.isNaN(seconds)) return 'at an unknown time';
  if (Math.abs(seconds) < 5) return 'just now';
  const [unit, length] = UNITS.find(
    ([, unitLength]) => Math.abs(seconds) >= unitLength,
  )!;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style }).format(
    Math.trunc(seconds / length),
    unit,
  );
}
