import type { DependabotAlert } from '../../core/state';
import { readTexts, requireChoices } from './requireChoices';

const CHOICES: Record<string, string[]> = {
  state: ['auto_dismissed', 'dismissed', 'fixed', 'open'],
  severity: ['low', 'medium', 'high', 'critical'],
  scope: ['development', 'runtime'],
  sort: ['created', 'updated', 'epss_percentage'],
  direction: ['asc', 'desc'],
};

/** Reads the filters of a list of alerts. Throws 422 for values that GitHub does not know. */
export function readAlertFilter(
  query: URLSearchParams,
): (alert: DependabotAlert) => boolean {
  requireChoices({ query, choices: CHOICES });
  const matches = (name: string, value: string | null) => {
    const wanted = readTexts(query, name);
    return !wanted || (value !== null && wanted.includes(value));
  };
  return alert =>
    matches('state', alert.state) &&
    matches('severity', alert.severity) &&
    matches('ecosystem', alert.ecosystem) &&
    matches('package', alert.packageName) &&
    matches('manifest', alert.manifestPath) &&
    matches('scope', alert.scope);
}
