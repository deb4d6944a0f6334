import type { SecretAlert } from '../../core/state';
import { invalidRequest } from '../../http/invalidRequest';
import { readTexts, requireChoices } from '../list/requireChoices';
import { sortAlerts } from '../list/sortAlerts';
import { RESOLUTIONS } from './changeSecretAlert';

/**
 * Alerts by the query's filters and order; throws 422 for values that GitHub does not know.
 * https://docs.github.com/rest/secret-scanning/secret-scanning#list-secret-scanning-alerts-for-a-repository
 */
export function filterSecretAlerts(options: {
  alerts: SecretAlert[];
  query: URLSearchParams;
}): SecretAlert[] {
  const { alerts, query } = options;
  requireChoices({
    query,
    choices: {
      state: ['open', 'resolved'],
      resolution: [...RESOLUTIONS, ...['pattern_edited', 'pattern_deleted']],
      validity: ['active', 'inactive', 'unknown'],
      sort: ['created', 'updated'],
      direction: ['asc', 'desc'],
    },
  });
  if (query.has('secret_type') && query.has('exclude_secret_types')) {
    throw invalidRequest(
      'Only one of "secret_type" and "exclude_secret_types" can be supplied.',
    );
  }
  const matches = (name: string, value: string | null) => {
    const wanted = readTexts(query, name);
    return !wanted || (value !== null && wanted.includes(value));
  };
  const excluded = readTexts(query, 'exclude_secret_types') ?? [];
  const onlyLeaked = query.get('is_publicly_leaked') === 'true';
  return sortAlerts({
    query,
    alerts: alerts.filter(
      alert =>
        matches('state', alert.state) &&
        matches('secret_type', alert.secretType) &&
        matches('resolution', alert.resolution) &&
        matches('validity', alert.validity) &&
        !excluded.includes(alert.secretType) &&
        (!onlyLeaked || alert.publiclyLeaked),
    ),
  });
}
