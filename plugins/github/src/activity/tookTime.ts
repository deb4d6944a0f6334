/** From one time to another, or to now: `8 s`, `2 m 13 s`, `1 h 4 m`; undefined where either is not known. */
export function tookTime(options: {
  from: string | null;
  to: string | null;
  now?: Date;
}): string | undefined {
  const { from, to, now } = options;
  if (!from) return undefined;
  const end = to ? new Date(to) : now;
  if (!end) return undefined;
  const seconds = Math.round((end.getTime() - new Date(from).getTime()) / 1000);
  if (!Number.isFinite(seconds) || seconds < 0) return undefined;
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours > 0) return `${hours} h ${minutes % 60} m`;
  return minutes > 0 ? `${minutes} m ${seconds % 60} s` : `${seconds} s`;
}
