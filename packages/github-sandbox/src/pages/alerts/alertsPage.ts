import { html } from 'hono/html';
import type { RepositoryPageContext } from '../PageContext';
import { alertList } from './alertList';

/** Dependabot's alerts, or one of them, for those who may write. */
export function alertsPage(
  options: RepositoryPageContext & { number?: number },
): Promise<Response> {
  const { sandbox, repository } = options;
  return alertList({
    ...options,
    kind: 'dependabot',
    needed: 'push',
    alerts: sandbox.state.alerts.by('repository', repository.id),
    row: alert => ({
      title: alert.summary,
      severity: alert.severity,
      state: alert.state,
      facts: html`${alert.packageName} (${alert.ecosystem}) in
      ${alert.manifestPath},
      ${alert.vulnerableRange}${alert.firstPatchedVersion
        ? html`, fixed in ${alert.firstPatchedVersion}`
        : ''}`,
      details: alert.description,
    }),
  });
}
