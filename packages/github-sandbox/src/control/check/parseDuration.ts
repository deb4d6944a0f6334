const UNITS_MS: Record<string, number> = {
  ms: 1,
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

const ISO = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Milliseconds of `PT1H30M` (ISO 8601, up to days), `90s`, `15m`, `500ms`, or a number of milliseconds; undefined: none of these. */
export function parseDuration(value: unknown): number | undefined {
  if (typeof value === 'number') {
    return Number.isFinite(value) && value >= 0 ? value : undefined;
  }
  if (typeof value !== 'string') return undefined;
  const short = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/.exec(value);
  if (short) return Number(short[1]) * UNITS_MS[short[2]];
  const iso = ISO.exec(value);
  if (!iso || value === 'P' || value.endsWith('T')) return undefined;
  const [days, hours, minutes, seconds] = iso
    .slice(1)
    .map(part => Number(part ?? 0));
  return (
    days * UNITS_MS.d +
    hours * UNITS_MS.h +
    minutes * UNITS_MS.m +
    seconds * UNITS_MS.s
  );
}
