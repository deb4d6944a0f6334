import { isoSeconds } from './isoSeconds';

/** A time in the zone in which it was made, as git keeps it: `2026-01-01T13:00:00+01:00`; UTC is `Z`. */
export function isoWithOffset(options: {
  date: Date;
  offsetMinutes?: number;
}): string {
  const { date, offsetMinutes = 0 } = options;
  const local = new Date(date.getTime() + offsetMinutes * 60_000);
  if (offsetMinutes === 0) return isoSeconds(date);
  const size = Math.abs(offsetMinutes);
  const two = (number: number) => String(Math.floor(number)).padStart(2, '0');
  const sign = offsetMinutes < 0 ? '-' : '+';
  return `${isoSeconds(local).replace('Z', sign)}${two(size / 60)}:${two(
    size % 60,
  )}`;
}
