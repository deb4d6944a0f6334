import { actorOf } from '../../access';
import type { DependabotAlert } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';
import type { Access, RepositoryCall, Route } from '../../http/Route';
import { fullNameOf } from '../../repositories/fullNameOf';
import {
  DISMISSAL_REASONS,
  dismissAlert,
  reopenAlert,
} from '../change/changeAlert';
import { readDismissal } from '../change/readDismissal';
import { listAlerts } from '../list/listAlerts';
import { presentAlert } from '../presentAlert';
import { mayUseAlerts } from './mayUseAlerts';

/** https://docs.github.com/rest/dependabot/alerts */
export const repositoryAlertRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/dependabot/alerts',
    on: 'repository',
    access: access('read'),
    handle(call) {
      requireAlerts(call);
      const { sandbox, repository, urls } = call;
      const { page, headers } = listAlerts({
        call,
        alerts: sandbox.state.alerts.by('repository', repository.id),
        url: `${urls.api}/repos/${fullNameOf({
          sandbox,
          repository,
        })}/dependabot/alerts`,
      });
      return {
        body: page.map(alert => presentAlert({ ...call, alert })),
        headers,
      };
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/dependabot/alerts/{alert_number}',
    on: 'repository',
    access: access('read'),
    handle(call) {
      requireAlerts(call);
      return { body: presentAlert({ ...call, alert: alertOf(call) }) };
    },
  },
  {
    route: 'PATCH /repos/{owner}/{repo}/dependabot/alerts/{alert_number}',
    on: 'repository',
    access: access('write'),
    handle(call) {
      requireAlerts(call);
      const alert = alertOf(call);
      const wanted = readDismissal({
        body: call.body,
        reasons: DISMISSAL_REASONS,
      });
      const change = { ...call, alert, actor: actorOf(call.viewer) };
      const outcome =
        wanted.state === 'open'
          ? reopenAlert(change)
          : dismissAlert({ ...change, ...wanted });
      if (outcome === 'conflict') {
        throw new GitHubError({
          status: 409,
          message: `Alert is already ${alert.state}.`,
        });
      }
      return { body: presentAlert({ ...call, alert }) };
    },
  },
];

function access(level: 'read' | 'write'): Access {
  return {
    as: 'signedIn',
    permission: { name: 'vulnerability_alerts', level },
    scopes: ['repo', 'security_events'],
  };
}

/** Rights first: whether alerts are on is nobody else's business. */
function requireAlerts(call: RepositoryCall) {
  if (!mayUseAlerts(call)) {
    throw new GitHubError({
      status: 403,
      message: 'You are not authorized to perform this operation.',
    });
  }
  if (!call.repository.vulnerabilityAlerts) {
    throw new GitHubError({
      status: 403,
      message: 'Dependabot alerts are disabled for this repository.',
    });
  }
}

function alertOf(call: RepositoryCall): DependabotAlert {
  const alert = call.sandbox.state.alerts
    .by('repository', call.repository.id)
    .find(({ number }) => number === Number(call.params.alert_number));
  if (!alert) throw notFound();
  return alert;
}
