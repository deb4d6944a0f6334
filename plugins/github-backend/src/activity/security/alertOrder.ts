import type {
  AlertCounts,
  AlertSeverity,
} from '@callboard/plugin-github-common';

const SEVERITIES: AlertSeverity[] = ['critical', 'high', 'medium', 'low'];

/** How many of each severity. */
export function countBySeverity(
  alerts: { severity: AlertSeverity }[],
): AlertCounts {
  const counts: AlertCounts = { critical: 0, high: 0, medium: 0, low: 0 };
  for (const { severity } of alerts) counts[severity] += 1;
  return counts;
}

/** The worst first, and of these the newest. */
export function byUrgency<
  T extends { severity: AlertSeverity; createdAt: string },
>(one: T, other: T): number {
  return (
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
    other.createdAt.localeCompare(one.createdAt)
  );
}

/** GitHub's words are several: `moderate`, `error`, `warning`, `note`. */
export function readSeverity(word: string | null | undefined): AlertSeverity {
  switch (word) {
    case 'critical':
    case 'high':
    case 'medium':
    case 'low':
      return word;
    case 'error':
      return 'high';
    case 'moderate':
    case 'warning':
      return 'medium';
    default:
      return 'low';
  }
}
