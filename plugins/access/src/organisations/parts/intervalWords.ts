const UNITS: [string, number][] = [
  ['day', 24 * 60 * 60_000],
  ['hour', 60 * 60_000],
  ['minute', 60_000],
  ['second', 1_000],
];

/** `every hour`, `every 10 minutes` */
export function intervalWords(everyMs: number): string {
  const [unit, length] =
    UNITS.find(([, each]) => everyMs >= each && everyMs % each === 0) ??
    UNITS[UNITS.length - 1];
  const count = Math.round(everyMs / length);
  return count === 1 ? `every ${unit}` : `every ${count} ${unit}s`;
}
