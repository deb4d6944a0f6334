import type { JsonObject, JsonValue } from '@backstage/types';

const UNITS = ['days', 'hours', 'minutes', 'seconds', 'milliseconds'] as const;
const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;

/** The frequency of a schedule as Backstage reads one: a map of units, an ISO 8601 duration, a text such as `30 minutes`, or cron. */
export function describeFrequency(schedule: JsonValue | undefined): string {
  const frequency = (schedule as JsonObject | undefined)?.frequency;
  if (typeof frequency === 'string') {
    const parts = ISO.exec(frequency)?.slice(1);
    return parts
      ? `every ${inWords(UNITS.map((unit, at) => [unit, parts[at]]))}`
      : `every ${frequency}`;
  }
  if (typeof frequency === 'object' && frequency !== null) {
    const map = frequency as JsonObject;
    if (map.cron) return `cron ${map.cron}`;
    if (map.trigger) return `when asked to (${map.trigger})`;
    return `every ${inWords(UNITS.map(unit => [unit, map[unit]]))}`;
  }
  return 'no schedule of its own';
}

function inWords(parts: [unit: string, count: unknown][]) {
  return (
    parts
      .filter(([, count]) => Number(count) > 0)
      .map(([unit, count]) =>
        Number(count) === 1
          ? `${count} ${unit.slice(0, -1)}`
          : `${count} ${unit}`,
      )
      .join(' ') || 'time it ends'
  );
}
