const UNITS: Array<[Intl.RelativeTimeFormatUnit, number]> = [
  ['year', 365 * 24 * 3600],
  ['month', 30 * 24 * 3600],
  ['day', 24 * 3600],
  ['hour', 3600],
  ['minute', 60],
];

/** `5 minutes ago`, in the reader's language unless a locale is given. Less than a minute is `just now`. */
export function relativeTime(options: {
  at: Date;
  now: Date;
  locale?: string;
}): string {
  const { at, now, locale } = options;
  const seconds = Math.round((now.getTime() - at.getTime()) / 1000);
  const [unit, length] =
    UNITS.find(([, unitLength]) => seconds >= unitLength) ?? [];
  if (!unit || !length) return 'just now';
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(
    -Math.floor(seconds / length),
    unit,
  );
}
