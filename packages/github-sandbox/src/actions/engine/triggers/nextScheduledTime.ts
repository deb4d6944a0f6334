const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sun mon tue wed thu fri sat'.split(' ');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A leap day comes at least every eight years. */
const HORIZON = 8 * 366;

/**
 * The next time, strictly after `after`, at which a cron line is due; undefined if it never is.
 * UTC, five fields.
 *
 * https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule
 */
export function nextScheduledTime(options: {
  cron: string;
  after: Date;
}): Date | undefined {
  const fields = options.cron.trim().split(/\s+/);
  if (fields.length !== 5) {
    return undefined;
  }
  const minutes = parseField(fields[0], 0, 59);
  const hours = parseField(fields[1], 0, 23);
  const days = parseField(fields[2], 1, 31);
  const months = parseField(fields[3], 1, 12, MONTHS);
  const weekdays = parseField(fields[4], 0, 7, DAYS);
  if (!minutes || !hours || !days || !months || !weekdays) {
    return undefined;
  }
  if (weekdays.has(7)) {
    weekdays.add(0);
  }
  // Where both are restricted, either is enough, as cron has it.
  const either = !fields[2].startsWith('*') && !fields[4].startsWith('*');
  const isDue = (day: Date) => {
    const byDate = days.has(day.getUTCDate());
    const byWeekday = weekdays.has(day.getUTCDay());
    return (
      months.has(day.getUTCMonth() + 1) &&
      (either ? byDate || byWeekday : byDate && byWeekday)
    );
  };
  const first = Math.floor(options.after.getTime() / MINUTE) * MINUTE + MINUTE;
  const today = Math.floor(first / DAY) * DAY;
  for (let offset = 0; offset <= HORIZON; offset++) {
    const day = today + offset * DAY;
    const time = isDue(new Date(day))
      ? firstTime(day, first, hours, minutes)
      : undefined;
    if (time !== undefined) {
      return new Date(time);
    }
  }
  return undefined;
}

function firstTime(
  day: number,
  earliest: number,
  hours: Set<number>,
  minutes: Set<number>,
): number | undefined {
  for (let minute = 0; minute < 24 * 60; minute++) {
    const time = day + minute * MINUTE;
    if (
      time >= earliest &&
      hours.has(Math.floor(minute / 60)) &&
      minutes.has(minute % 60)
    ) {
      return time;
    }
  }
  return undefined;
}

function parseField(
  field: string,
  minimum: number,
  maximum: number,
  names: string[] = [],
): Set<number> | undefined {
  const values = new Set<number>();
  for (const part of field.split(',')) {
    const match = /^(\*|[a-z0-9]+)(?:-([a-z0-9]+))?(?:\/(\d+))?$/i.exec(part);
    if (!match) {
      return undefined;
    }
    const [, from, to, step] = match;
    const read = (text: string) => {
      const index = names.indexOf(text.toLocaleLowerCase('en-US'));
      return index < 0 ? Number(text) : index + minimum;
    };
    const low = from === '*' ? minimum : read(from);
    let high = to === undefined ? low : read(to);
    if (to === undefined && (from === '*' || step)) {
      high = maximum;
    }
    const width = Number(step ?? 1);
    if (!(low >= minimum && low <= high && high <= maximum && width >= 1)) {
      return undefined;
    }
    for (let value = low; value <= high; value += width) {
      values.add(value);
    }
  }
  return values;
}
