import { InvalidArgumentError } from 'commander';

const HOURS: Record<string, number> = { h: 1, d: 24, w: 7 * 24 };

/** A time such as `12h`, `90d` or `52w`, in hours. Throws an `InvalidArgumentError`, which the command line reports as wrong usage. */
export function toHours(value: string): number {
  const [, count, unit] = /^(\d{1,6})([hdw])$/.exec(value) ?? [];
  if (!unit) {
    throw new InvalidArgumentError(
      'It must be a number with h, d or w behind it, as 12h, 90d or 52w.',
    );
  }
  return Number(count) * HOURS[unit];
}
