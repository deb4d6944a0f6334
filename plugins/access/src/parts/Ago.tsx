const DAY = 24 * 3600;

/** A unit, its seconds, and from how many on it is used. */
const UNITS: Array<[Intl.RelativeTimeFormatUnit, number, number]> = [
  ['year', 365 * DAY, 365 * DAY],
  // A key's 90 days are better told in days.
  ['month', 30 * DAY, 100 * DAY],
  ['day', DAY, DAY],
  ['hour', 3600, 3600],
  ['minute', 60, 60],
];

/** `2 hours ago` or `in 23 days`, with the exact time on hover. */
export function Ago(props: { at: string }) {
  const at = new Date(props.at);
  return (
    <time dateTime={props.at} title={at.toLocaleString()}>
      {relative({ at, now: new Date() })}
    </time>
  );
}

function relative(options: { at: Date; now: Date }): string {
  const seconds = (options.at.getTime() - options.now.getTime()) / 1000;
  const unit = UNITS.find(([, , from]) => Math.abs(seconds) >= from);
  if (!unit) return 'just now';
  const [name, length] = unit;
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(
    Math.trunc(seconds / length),
    name,
  );
}
