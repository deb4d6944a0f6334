import type {
  AlertCounts,
  AlertSeverity,
} from '@callboard/plugin-github-common';

/** The worst first. */
export const SEVERITIES: AlertSeverity[] = [
  'critical',
  'high',
  'medium',
  'low',
];

/** How many alerts there are of all severities. */
export function countAlerts(counts: AlertCounts): number {
  return SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
}
