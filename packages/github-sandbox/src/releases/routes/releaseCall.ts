import {
  grantedPermissions,
  includesLevel,
  includesRole,
  roleOf,
} from '../../access';
import type { Release } from '../../core/state';
import { notFound } from '../../http/GitHubError';
import type { Access, RepositoryCall } from '../../http/Route';

export const readReleases: Access = {
  permission: { name: 'contents', level: 'read' },
};
export const writeReleases: Access = {
  permission: { name: 'contents', level: 'write' },
  role: 'push',
};

/** Drafts are seen by those who can push. */
export function seesDrafts({
  sandbox,
  viewer,
  repository,
}: RepositoryCall): boolean {
  const isGranted = includesLevel({
    granted: grantedPermissions({ sandbox, viewer, repository }),
    needed: { name: 'contents', level: 'write' },
  });
  return (
    isGranted &&
    (viewer.kind !== 'user' ||
      includesRole({
        role: roleOf({ sandbox, user: viewer.user, repository }),
        needed: 'push',
      }))
  );
}

/** The release that `{release_id}` names. Throws 404 where the viewer may not see it. */
export function releaseOf(call: RepositoryCall): Release {
  const { sandbox, repository, params } = call;
  const release = sandbox.state.releases.get(Number(params.release_id));
  if (
    release?.repositoryId !== repository.id ||
    (release.draft && !seesDrafts(call))
  ) {
    throw notFound();
  }
  return release;
}

/** The file that `{asset_id}` names, with its release. Throws 404. */
export function assetOf(call: RepositoryCall): {
  release: Release;
  asset: Release['assets'][number];
} {
  const { sandbox, repository, params } = call;
  const id = Number(params.asset_id);
  for (const release of sandbox.state.releases.by(
    'repository',
    repository.id,
  )) {
    const asset = release.assets.find(one => one.id === id);
    if (asset && (!release.draft || seesDrafts(call))) {
      return { release, asset };
    }
  }
  throw notFound();
}
