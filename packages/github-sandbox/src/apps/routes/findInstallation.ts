import { findAccount } from '../../core/names/findAccount';
import { findRepository } from '../../core/names/findRepository';
import type { Account, Repository } from '../../core/state';
import { installationCovers } from '../../access/installationCovers';
import { notFound } from '../../http/GitHubError';
import { paginate } from '../../http/paginate';
import type { Answer, Call, Route } from '../../http/Route';
import { presentInstallation } from '../present/presentInstallation';

const access = { as: 'app' } as const;

/** Where an App is installed: by repository, organisation, person. The App need not see the repository otherwise. */
export const findInstallationRoutes: Route[] = [
  {
    route: 'GET /repos/{owner}/{repo}/installation',
    on: 'anything',
    access,
    handle(call) {
      const { sandbox, params } = call;
      const found = findRepository({
        sandbox,
        owner: params.owner,
        name: params.repo,
      });
      if (found.outcome === 'missing') throw notFound();
      return answer(call, found.owner, found.repository);
    },
  },
  {
    route: 'GET /orgs/{org}/installation',
    on: 'organisation',
    access,
    handle: call => answer(call, call.organisation),
  },
  {
    route: 'GET /users/{username}/installation',
    on: 'anything',
    access,
    handle(call) {
      const { sandbox, params } = call;
      return answer(call, findAccount({ sandbox, login: params.username }));
    },
  },
  {
    route: 'GET /orgs/{org}/installations',
    on: 'organisation',
    access: {
      organisation: 'admin',
      scopes: ['read:org'],
      permission: { name: 'organization_administration', level: 'read' },
    },
    handle(call) {
      const { sandbox, urls, organisation } = call;
      const { rows, total } = paginate({
        call,
        rows: sandbox.state.installations.by('account', organisation.id),
      });
      return {
        body: {
          total_count: total,
          installations: rows.map(installation =>
            presentInstallation({ sandbox, urls, installation }),
          ),
        },
        total,
      };
    },
  },
];

function answer(
  call: Call,
  account: Account | undefined,
  repository?: Repository,
): Answer {
  const { sandbox, urls, viewer } = call;
  const installation =
    viewer.kind === 'app' && account
      ? sandbox.state.installations
          .by('account', account.id)
          .find(({ appId }) => appId === viewer.app.id)
      : undefined;
  const isCovered =
    installation &&
    (!repository || installationCovers({ installation, repository }));
  if (!isCovered) throw notFound();
  return { body: presentInstallation({ sandbox, urls, installation }) };
}
