/** Whoever tried longest ago is forgotten first. */
const MOST_PEOPLE = 1000;

/** Counts attempts: at most so many in a window, of each person. */
export function createAttempts(options: {
  most: number;
  windowMs: number;
  now(): Date;
}): {
  /** Whether one more is allowed to this person; it is counted then. */
  begin(person: string): boolean;
} {
  const { most, windowMs, now } = options;
  /** The latest last. */
  const begunBy = new Map<string, number[]>();
  return {
    begin(person) {
      const at = now().getTime();
      const begun = (begunBy.get(person) ?? []).filter(
        time => at - time < windowMs,
      );
      const isAllowed = begun.length < most;
      if (isAllowed) begun.push(at);
      begunBy.delete(person);
      begunBy.set(person, begun);
      if (begunBy.size > MOST_PEOPLE) {
        const [oldest] = begunBy.keys();
        begunBy.delete(oldest);
      }
      return isAllowed;
    },
  };
}
