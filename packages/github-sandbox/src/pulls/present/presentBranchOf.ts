import { canSee } from '../../access';
import type { Viewer } from '../../access';
import { accountById } from '../../core/names/accountById';
import type { Sandbox } from '../../core/Sandbox';
import type { Urls } from '../../http/createUrls';
import { presentAccount } from '../../organisations/presentAccount';
import { presentRepository } from '../../repositories/present/presentRepository';

/** One side of a pull request, `head` or `base`. The repository of a head is null once the fork is gone, and where the viewer may not see it. */
export function presentBranchOf(options: {
  sandbox: Sandbox;
  urls: Urls;
  viewer?: Viewer;
  side: {
    ref: string;
    sha: string;
    repositoryId: number | null;
    ownerId: number;
  };
}) {
  const { sandbox, urls, viewer, side } = options;
  const owner = accountById({ sandbox, id: side.ownerId });
  const repository =
    side.repositoryId === null
      ? undefined
      : sandbox.state.repositories.get(side.repositoryId);
  return {
    label: `${owner?.login ?? 'unknown'}:${side.ref}`,
    ref: side.ref,
    sha: side.sha,
    user: owner ? presentAccount({ urls, account: owner }) : null,
    repo:
      repository && (!viewer || canSee({ sandbox, viewer, repository }))
        ? presentRepository({ sandbox, urls, repository, viewer })
        : null,
  };
}
