const DAY_MS = 86_400_000;

/** When a token ends, from GitHub's header: `2026-12-01 09:30:00 UTC`, or with an offset such as `+0100`. */
export function tokenExpiry(options: {
  header: string | undefined;
  now: Date;
}): { expiresAt?: string; expiresInDays?: number } {
  const match =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)\s*(?:UTC|Z|([+-]\d\d):?(\d\d))?$/.exec(
      options.header?.trim() ?? '',
    );
  if (!match) return {};
  const [, date, time, hours, minutes] = match;
  const at = new Date(`${date}T${time}${hours ? `${hours}:${minutes}` : 'Z'}`);
  if (Number.isNaN(at.getTime())) return {};
  return {
    expiresAt: at.toISOString(),
    expiresInDays: Math.floor((at.getTime() - options.now.getTime()) / DAY_MS),
  };
}
