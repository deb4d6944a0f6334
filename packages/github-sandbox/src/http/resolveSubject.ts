import { canReach } from '../access';
import type { Viewer } from '../access';
import { findRepository } from '../core/names/findRepository';
import type { Sandbox } from '../core/Sandbox';
import type { Account, Organisation, Repository } from '../core/state';
import type { Route } from './Route';

export type Subject =
  | {
      outcome: 'found';
      repository?: Repository;
      owner?: Account;
      organisation?: Organisation;
    }
  | { outcome: 'moved'; repositoryId: number }
  | { outcome: 'missing' };

/** What the path of a route is about, as far as the credential reaches. Single sign-on is asked for later, with an answer that says so. */
export function resolveSubject(options: {
  sandbox: Sandbox;
  viewer: Viewer;
  route: Route;
  params: Record<string, string>;
}): Subject {
  const { sandbox, viewer, route, params } = options;
  if (route.on === 'organisation') {
    const organisation = sandbox.state.organisations.first(
      'login',
      params.org.toLowerCase(),
    );
    return organisation
      ? { outcome: 'found', organisation, owner: organisation }
      : { outcome: 'missing' };
  }
  if (route.on !== 'repository') return { outcome: 'found' };

  const found = findRepository({
    sandbox,
    owner: params.owner,
    name: params.repo,
  });
  if (
    found.outcome === 'missing' ||
    !canReach({ sandbox, viewer, repository: found.repository })
  ) {
    return { outcome: 'missing' };
  }
  const { repository, owner } = found;
  if (found.outcome === 'moved') {
    return { outcome: 'moved', repositoryId: repository.id };
  }
  return {
    outcome: 'found',
    repository,
    owner,
    organisation: owner.kind === 'organisation' ? owner : undefined,
  };
}
