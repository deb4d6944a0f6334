import type { User } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Call, Route } from '../../http/Route';
import { deleteInstallation } from '../installations/deleteInstallation';
import {
  suspendInstallation,
  unsuspendInstallation,
} from '../installations/suspendInstallation';
import { presentInstallation } from '../present/presentInstallation';
import { ownInstallation } from './ownInstallation';

const access = { as: 'app' } as const;

/** An App's own installations. https://docs.github.com/rest/apps/apps */
export const manageInstallationRoutes: Route[] = [
  {
    route: 'GET /app/installations',
    on: 'anything',
    access,
    handle(call) {
      const { sandbox, urls, viewer } = call;
      if (viewer.kind !== 'app') throw notFound();
      const { rows, total } = paginate({
        call,
        rows: sandbox.state.installations
          .by('app', viewer.app.id)
          .sort((a, b) => a.id - b.id),
      });
      return {
        body: rows.map(installation =>
          presentInstallation({ sandbox, urls, installation }),
        ),
        total,
      };
    },
  },
  {
    route: 'GET /app/installation-requests',
    on: 'anything',
    access,
    handle: () => ({ body: [], total: 0 }),
  },
  {
    route: 'GET /app/installations/{installation_id}',
    on: 'anything',
    access,
    handle(call) {
      const { sandbox, urls } = call;
      return {
        body: presentInstallation({
          sandbox,
          urls,
          installation: ownInstallation(call),
        }),
      };
    },
  },
  {
    route: 'DELETE /app/installations/{installation_id}',
    on: 'anything',
    access,
    handle: call => change(call, deleteInstallation),
  },
  {
    route: 'PUT /app/installations/{installation_id}/suspended',
    on: 'anything',
    access,
    handle: call => change(call, suspendInstallation),
  },
  {
    route: 'DELETE /app/installations/{installation_id}/suspended',
    on: 'anything',
    access,
    handle: call => change(call, unsuspendInstallation),
  },
];

function change(call: Call, apply: typeof deleteInstallation) {
  const { sandbox, viewer } = call;
  const installation = ownInstallation(call);
  if (viewer.kind !== 'app') throw notFound();
  const actor: User = sandbox.state.users.get(viewer.app.botId)!;
  apply({ sandbox, installation, actor });
  return { status: 204 };
}
