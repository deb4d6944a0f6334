/**
 * When something happened that a delivery tells of, ISO 8601. GitHub's times in payloads are whole seconds, rounded down: where the delivery
 * arrives within that second it cannot have happened later than that, which is more exact.
 */
export function atArrival(options: {
  /** By GitHub. */
  happenedAt: string;
  arrivedAt: Date;
}): string {
  const { happenedAt, arrivedAt } = options;
  const at = Date.parse(happenedAt);
  const isWhole = at % 1000 === 0;
  const isSameSecond = Math.floor(arrivedAt.getTime() / 1000) * 1000 === at;
  return isWhole && isSameSecond ? arrivedAt.toISOString() : happenedAt;
}
