const HOUR_MS = 3_600_000;

/**
 * Keeps what was found out for an hour, and asks once for all who want it. What cannot be found out is undefined, or what it was before.
 */
export function createFactCache<Fact>(options: {
  now: () => Date;
}): (key: string, ask: () => Promise<Fact>) => Promise<Fact | undefined> {
  const { now } = options;
  const kept = new Map<
    string,
    { until: number; answer: Promise<Fact | undefined> }
  >();
  return (key, ask) => {
    const known = kept.get(key);
    if (known && known.until > now().getTime()) {
      return known.answer;
    }
    const answer = ask().catch(() => known?.answer);
    kept.set(key, { until: now().getTime() + HOUR_MS, answer });
    return answer;
  };
}
