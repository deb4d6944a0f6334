import type { DependabotAlert } from '../../core/state';
import { notAMember } from '../../http/invalidRequest';

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
  for (const [name, choices] of Object.entries(CHOICES)) {
    const wrong = texts(query, name)?.find(value => !choices.includes(value));
    if (wrong !== undefined) {
      throw notAMember({ value: wrong, members: choices });
    }
  }
  const matches = (name: string, value: string | null) => {
    const wanted = texts(query, name);
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

/** A comma-separated value; undefined where there is none. */
function texts(query: URLSearchParams, name: string): string[] | undefined {
  return query
    .get(name)
    ?.split(',')
    .map(text => text.trim())
    .filter(Boolean);
}
