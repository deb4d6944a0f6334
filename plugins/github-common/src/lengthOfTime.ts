const UNITS: [name: string, ms: number][] = [
  ['day', 24 * 60 * 60 * 1000],
  ['hour', 60 * 60 * 1000],
  ['minute', 60 * 1000],
];

/** A length of time for people, in one unit: `430 ms`, `3.2 s`, `4 minutes`, `2 days`. */
export function lengthOfTime(ms: number): string {
  if (ms < 1000) return `${Math.round(ms)} ms`;
  const unit = UNITS.find(([, length]) => ms >= length);
  if (!unit)
    return `${
      ms < 10_000 ? Math.round(ms / 100) / 10 : Math.round(ms / 1000)
    } s`;
  const [name, length] = unit;
  const count = Math.round(ms / length);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}
