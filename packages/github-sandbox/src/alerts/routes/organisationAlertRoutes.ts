import type { DependabotAlert, Repository } from '../../core/state';
import type { OrganisationCall, Route } from '../../http/Route';
import { presentRepository } from '../../repositories/present/presentRepository';
import { listAlerts } from '../list/listAlerts';
import { presentAlert } from '../presentAlert';
import { mayUseAlerts } from './mayUseAlerts';

/** https://docs.github.com/rest/dependabot/alerts#list-dependabot-alerts-for-an-organization */
export const organisationAlertRoutes: Route[] = [
  {
    route: 'GET /orgs/{org}/dependabot/alerts',
    on: 'organisation',
    access: {
      as: 'signedIn',
      permission: { name: 'vulnerability_alerts', level: 'read' },
      scopes: ['repo', 'security_events'],
      organisation: 'admin',
    },
    handle(call) {
      const { sandbox, organisation, urls } = call;
      const alerts = repositoriesWithAlerts(call).flatMap(({ id }) =>
        sandbox.state.alerts.by('repository', id),
      );
      const { page, headers } = listAlerts({
        call,
        alerts,
        url: `${urls.api}/orgs/${organisation.login}/dependabot/alerts`,
      });
      return { body: page.map(alert => present(call, alert)), headers };
    },
  },
];

function repositoriesWithAlerts(call: OrganisationCall): Repository[] {
  const { sandbox, viewer, organisation } = call;
  return sandbox.state.repositories
    .by('owner', organisation.id)
    .filter(
      repository =>
        repository.vulnerabilityAlerts &&
        mayUseAlerts({ sandbox, viewer, repository }),
    );
}

function present(call: OrganisationCall, alert: DependabotAlert) {
  const { sandbox, urls } = call;
  const repository = sandbox.state.repositories.get(alert.repositoryId)!;
  return {
    ...presentAlert({ sandbox, urls, repository, alert }),
    repository: presentRepository({ sandbox, urls, repository }),
  };
}
