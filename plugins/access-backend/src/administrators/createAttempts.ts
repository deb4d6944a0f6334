/** Counts attempts: at most so many in a window, by whoever they are. */
export function createAttempts(options: {
  most: number;
  windowMs: number;
  now(): Date;
}): {
  /** Whether one more is allowed; it is counted then. */
  begin(): boolean;
} {
  const { most, windowMs, now } = options;
  let begun: number[] = [];
  return {
    begin() {
      const at = now().getTime();
      begun = begun.filter(time => at - time < windowMs);
      if (begun.length >= most) return false;
      begun.push(at);
      return true;
    },
  };
}
