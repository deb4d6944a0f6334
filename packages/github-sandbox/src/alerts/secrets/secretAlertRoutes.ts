import { actorOf } from '../../access';
import type { SecretAlert } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { reopenSecretAlert, resolveSecretAlert } from './changeSecretAlert';
import { filterSecretAlerts } from './filterSecretAlerts';
import { presentSecretAlert } from './presentSecretAlert';
import { readResolution } from './readResolution';
import { requireSecretScanning, secretAccess } from './secretAccess';

const ALERTS = '/repos/{owner}/{repo}/secret-scanning/alerts';

/** https://docs.github.com/rest/secret-scanning/secret-scanning */
export const secretAlertRoutes: Route[] = [
  {
    route: `GET ${ALERTS}`,
    on: 'repository',
    access: secretAccess('read'),
    handle(call) {
      requireSecretScanning(call);
      const { query } = call;
      const { rows, total } = paginate({
        call,
        rows: filterSecretAlerts({ alerts: alertsOf(call), query }),
      });
      return { body: rows.map(alert => present(call, alert)), total };
    },
  },
  {
    route: `GET ${ALERTS}/{alert_number}`,
    on: 'repository',
    access: secretAccess('read'),
    handle(call) {
      requireSecretScanning(call);
      return { body: present(call, alertOf(call)) };
    },
  },
  {
    route: `PATCH ${ALERTS}/{alert_number}`,
    on: 'repository',
    access: secretAccess('write'),
    handle(call) {
      requireSecretScanning(call);
      const alert = alertOf(call);
      const wanted = readResolution({ body: call.body });
      const change = { ...call, alert, actor: actorOf(call.viewer) };
      const outcome =
        wanted.state === 'open'
          ? reopenSecretAlert(change)
          : resolveSecretAlert({ ...change, ...wanted });
      if (outcome === 'conflict') {
        throw new GitHubError({
          status: 400,
          message: `Alert is already ${alert.state}.`,
        });
      }
      return { body: present(call, alert) };
    },
  },
];

function alertsOf({ sandbox, repository }: RepositoryCall): SecretAlert[] {
  return sandbox.state.secretAlerts.by('repository', repository.id);
}

function alertOf(call: RepositoryCall): SecretAlert {
  const alert = alertsOf(call).find(
    ({ number }) => number === Number(call.params.alert_number),
  );
  if (!alert) throw notFound();
  return alert;
}

function present(call: RepositoryCall, alert: SecretAlert) {
  const hideSecret = call.query.get('hide_secret') === 'true';
  return presentSecretAlert({ ...call, alert, hideSecret });
}
