import type { RepositoryPageContext } from '../PageContext';
import { alertList } from './alertList';

/** What code scanning found, or one alert, for those who may write. */
export function codeAlertsPage(
  options: RepositoryPageContext & { number?: number },
): Promise<Response> {
  const { sandbox, repository } = options;
  return alertList({
    ...options,
    kind: 'code-scanning',
    needed: 'push',
    alerts: sandbox.state.codeAlerts.by('repository', repository.id),
    row: alert => ({
      title: alert.summary,
      severity: alert.securitySeverity ?? alert.severity,
      state: alert.state,
      facts: `${alert.ruleId} of ${alert.tool} in ${alert.path}:${alert.line}`,
      details: alert.message,
    }),
  });
}
