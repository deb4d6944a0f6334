const DAY = 24 * 3600;

/** A unit, its seconds, and from how many on it is used. */
const UNITS: Array<[Intl.RelativeTimeFormatUnit, number, number]> = [
  ['year', 365 * DAY, 365 * DAY],
  // 90 days are better told in days.
  ['month', 30 * DAY, 100 * DAY],
  ['day', DAY, DAY],
  ['hour', 3600, 3600],
  ['minute', 60, 60],
  ['second', 1, 1],
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
  const [unit, length] = UNITS.find(([, , from]) => Math.abs(seconds) >= from)!;
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style }).format(
    Math.trunc(seconds / length),
    unit,
  );
}
