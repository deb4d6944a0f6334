import { paginate } from '../../http/paginate';
import type { OrganisationCall, Route } from '../../http/Route';
import { presentRepository } from '../../repositories/present/presentRepository';
import { analysedCommit } from '../code/analysedCommit';
import { codeAccess, mayUseCodeAlerts } from '../code/codeAccess';
import { filterCodeAlerts } from '../code/filterCodeAlerts';
import { presentCodeAlert } from '../code/presentCodeAlert';
import { filterSecretAlerts } from '../secrets/filterSecretAlerts';
import { presentSecretAlert } from '../secrets/presentSecretAlert';
import { mayUseSecretAlerts, secretAccess } from '../secrets/secretAccess';

/** What was found in all repositories of an organisation, for its owners. */
export const organisationScanningRoutes: Route[] = [
  {
    route: 'GET /orgs/{org}/code-scanning/alerts',
    on: 'organisation',
    access: { ...codeAccess('read'), organisation: 'admin' },
    async handle(call) {
      const { sandbox, urls, query } = call;
      const { rows, total } = paginate({
        call,
        rows: filterCodeAlerts({
          query,
          alerts: repositoriesOf(call)
            .filter(
              repository =>
                repository.codeScanning &&
                mayUseCodeAlerts({ ...call, repository }),
            )
            .flatMap(({ id }) => sandbox.state.codeAlerts.by('repository', id)),
        }),
      });
      const body = rows.map(async alert => {
        const repository = sandbox.state.repositories.get(alert.repositoryId)!;
        const commit = await analysedCommit({ sandbox, repository });
        return {
          ...presentCodeAlert({ sandbox, urls, repository, alert, commit }),
          repository: presentRepository({ sandbox, urls, repository }),
        };
      });
      return { body: await Promise.all(body), total };
    },
  },
  {
    route: 'GET /orgs/{org}/secret-scanning/alerts',
    on: 'organisation',
    access: { ...secretAccess('read'), organisation: 'admin' },
    handle(call) {
      const { sandbox, urls, query } = call;
      const hideSecret = query.get('hide_secret') === 'true';
      const { rows, total } = paginate({
        call,
        rows: filterSecretAlerts({
          query,
          alerts: repositoriesOf(call)
            .filter(
              repository =>
                repository.secretScanning &&
                mayUseSecretAlerts({ ...call, repository }),
            )
            .flatMap(({ id }) =>
              sandbox.state.secretAlerts.by('repository', id),
            ),
        }),
      });
      return {
        body: rows.map(alert => {
          const repository = sandbox.state.repositories.get(
            alert.repositoryId,
          )!;
          return {
            ...presentSecretAlert({
              ...{ sandbox, urls, repository, alert, hideSecret },
            }),
            repository: presentRepository({ sandbox, urls, repository }),
          };
        }),
        total,
      };
    },
  },
];

function repositoriesOf({ sandbox, organisation }: OrganisationCall) {
  return sandbox.state.repositories.by('owner', organisation.id);
}
