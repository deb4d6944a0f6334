import type {
  AlertSeverity,
  CodeAlerts,
  DependabotAlerts,
  SecretAlerts,
} from '@callboard/plugin-github-common';

const VALIDITY = {
  active: 'it still works: revoke it',
  inactive: 'it works no longer',
  unknown: 'nobody knows whether it works',
};

/** An alert of any kind as it is listed. */
export interface AlertRow {
  number: number;
  url: string;
  severity?: AlertSeverity;
  /** What is wrong. */
  title: string;
  /** Where it lies. */
  where: string;
  /** What to do, or what is known of it. */
  remedy: string;
  createdAt: string;
}

/** `lodash (npm)` in its manifest, and the version that ends it. */
export function dependabotRows({ alerts }: DependabotAlerts): AlertRow[] {
  return alerts.map(alert => ({
    number: alert.number,
    url: alert.url,
    severity: alert.severity,
    title: `${alert.package}: ${alert.summary}`,
    where: `${alert.manifest}${
      alert.scope === 'development' ? ', for development' : ''
    }`,
    remedy: alert.patched
      ? `${alert.package} ${alert.patched}`
      : 'no fixed version yet',
    createdAt: alert.createdAt,
  }));
}

/** The rule's words at a line of a file. */
export function codeRows({ alerts }: CodeAlerts): AlertRow[] {
  return alerts.map(alert => ({
    number: alert.number,
    url: alert.url,
    severity: alert.severity,
    title: alert.summary,
    where: alert.path
      ? `${alert.path}${alert.line ? `:${alert.line}` : ''}`
      : '',
    remedy: `${alert.rule}, ${alert.tool}`,
    createdAt: alert.createdAt,
  }));
}

/** What kind of secret it is and whether it still works; never the secret. */
export function secretRows({ alerts }: SecretAlerts): AlertRow[] {
  return alerts.map(alert => ({
    number: alert.number,
    url: alert.url,
    title: alert.type,
    where: alert.isPublic ? 'where everybody sees it' : '',
    remedy: VALIDITY[alert.validity],
    createdAt: alert.createdAt,
  }));
}
