import type { CodeAlert } from '../../core/state';
import { invalidRequest } from '../../http/invalidRequest';
import { requireChoices } from '../list/requireChoices';
import { sortAlerts } from '../list/sortAlerts';

/**
 * Alerts by the query's filters and order; throws 422 for values that GitHub does not know.
 * https://docs.github.com/rest/code-scanning/code-scanning#list-code-scanning-alerts-for-a-repository
 */
export function filterCodeAlerts(options: {
  alerts: CodeAlert[];
  query: URLSearchParams;
  /** Of a single repository: the only one that is analysed. */
  defaultBranch?: string;
}): CodeAlert[] {
  const { alerts, query, defaultBranch } = options;
  requireChoices({
    query,
    choices: {
      state: ['open', 'closed', 'dismissed', 'fixed'],
      severity: [
        ...['critical', 'high', 'medium', 'low'],
        ...['warning', 'note', 'error'],
      ],
      sort: ['created', 'number', 'updated'],
      direction: ['asc', 'desc'],
    },
  });
  const state = query.get('state');
  const severity = query.get('severity');
  const tool = query.get('tool_name');
  const guid = query.get('tool_guid');
  if (tool && guid) {
    throw invalidRequest(
      'Only one of "tool_name" and "tool_guid" can be supplied.',
    );
  }
  const ref = query.get('ref')?.replace(/^refs\/heads\//, '');
  if (guid || (ref && defaultBranch && ref !== defaultBranch)) return [];
  return sortAlerts({
    query,
    alerts: alerts.filter(
      alert =>
        (!state ||
          (state === 'closed'
            ? alert.state !== 'open'
            : alert.state === state)) &&
        // What GitHub shows as its severity.
        (!severity ||
          (alert.securitySeverity ?? alert.severity) === severity) &&
        (!tool || alert.tool === tool),
    ),
  });
}
