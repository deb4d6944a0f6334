import { actorOf } from '../../access';
import type { CodeAlert } from '../../core/state';
import { GitHubError, notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { RepositoryCall, Route } from '../../http/Route';
import { readDismissal } from '../change/readDismissal';
import { analysedCommit } from './analysedCommit';
import {
  CODE_DISMISSAL_REASONS,
  dismissCodeAlert,
  reopenCodeAlert,
} from './changeCodeAlert';
import { codeAccess, requireCodeScanning } from './codeAccess';
import { filterCodeAlerts } from './filterCodeAlerts';
import { presentAnalyses } from './presentAnalyses';
import { presentCodeAlert, presentCodeInstance } from './presentCodeAlert';

const ALERTS = '/repos/{owner}/{repo}/code-scanning/alerts';

/** https://docs.github.com/rest/code-scanning/code-scanning */
export const codeAlertRoutes: Route[] = [
  {
    route: `GET ${ALERTS}`,
    on: 'repository',
    access: codeAccess('read'),
    async handle(call) {
      requireCodeScanning(call);
      const { query, repository } = call;
      const { rows, total } = paginate({
        call,
        rows: filterCodeAlerts({
          alerts: alertsOf(call),
          query,
          defaultBranch: repository.defaultBranch,
        }),
      });
      const commit = await analysedCommit(call);
      return {
        body: rows.map(alert => presentCodeAlert({ ...call, alert, commit })),
        total,
      };
    },
  },
  {
    route: `GET ${ALERTS}/{alert_number}`,
    on: 'repository',
    access: codeAccess('read'),
    async handle(call) {
      requireCodeScanning(call);
      return { body: await present(call, alertOf(call)) };
    },
  },
  {
    route: `GET ${ALERTS}/{alert_number}/instances`,
    on: 'repository',
    access: codeAccess('read'),
    async handle(call) {
      requireCodeScanning(call);
      const alert = alertOf(call);
      const commit = await analysedCommit(call);
      return { body: [presentCodeInstance({ ...call, alert, commit })] };
    },
  },
  {
    route: `PATCH ${ALERTS}/{alert_number}`,
    on: 'repository',
    access: codeAccess('write'),
    async handle(call) {
      requireCodeScanning(call);
      const alert = alertOf(call);
      const wanted = readDismissal({
        body: call.body,
        reasons: CODE_DISMISSAL_REASONS,
      });
      const change = { ...call, alert, actor: actorOf(call.viewer) };
      const outcome =
        wanted.state === 'open'
          ? reopenCodeAlert(change)
          : dismissCodeAlert({ ...change, ...wanted });
      if (outcome === 'conflict') {
        throw new GitHubError({
          status: 400,
          message: `Alert is already ${alert.state}.`,
        });
      }
      return { body: await present(call, alert) };
    },
  },
  {
    route: 'GET /repos/{owner}/{repo}/code-scanning/analyses',
    on: 'repository',
    access: codeAccess('read'),
    async handle(call) {
      requireCodeScanning(call);
      const { rows, total } = paginate({
        call,
        rows: presentAnalyses({
          ...call,
          alerts: alertsOf(call),
          commit: await analysedCommit(call),
        }),
      });
      return { body: rows, total };
    },
  },
];

function alertsOf({ sandbox, repository }: RepositoryCall): CodeAlert[] {
  return sandbox.state.codeAlerts.by('repository', repository.id);
}

function alertOf(call: RepositoryCall): CodeAlert {
  const alert = alertsOf(call).find(
    ({ number }) => number === Number(call.params.alert_number),
  );
  if (!alert) throw notFound();
  return alert;
}

async function present(call: RepositoryCall, alert: CodeAlert) {
  const commit = await analysedCommit(call);
  return presentCodeAlert({ ...call, alert, commit });
}
