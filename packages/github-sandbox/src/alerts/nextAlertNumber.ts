/** Alerts of a repository are counted by themselves, apart for each kind. */
export function nextAlertNumber(
  alerts: ReadonlyArray<{ number: number }>,
): number {
  return Math.max(0, ...alerts.map(({ number }) => number)) + 1;
}
