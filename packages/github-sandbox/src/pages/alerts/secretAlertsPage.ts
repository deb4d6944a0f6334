import { secretOf } from '../../alerts/secrets/secretOf';
import type { RepositoryPageContext } from '../PageContext';
import { alertList } from './alertList';

/** Which secrets were found, or one of them, for those who administer the repository. */
export function secretAlertsPage(
  options: RepositoryPageContext & { number?: number },
): Promise<Response> {
  const { sandbox, repository } = options;
  return alertList({
    ...options,
    kind: 'secret-scanning',
    needed: 'admin',
    alerts: sandbox.state.secretAlerts.by('repository', repository.id),
    row: alert => ({
      title: alert.displayName,
      severity: alert.validity,
      state: alert.resolution ?? alert.state,
      facts: alert.publiclyLeaked ? 'leaked to the public' : 'not public',
      details: `The sandbox stands for it with "${secretOf(alert)}".`,
    }),
  });
}
