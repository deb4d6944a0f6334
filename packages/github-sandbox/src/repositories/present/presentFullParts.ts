import { canSee } from '../../access';
import type { Viewer } from '../../access';
import { accountById } from '../../core/names/accountById';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentAccount } from '../../organisations/presentAccount';
import { forksOf } from './forksOf';
import { presentBasics } from './presentBasics';
import { rootOf } from '../rootOf';

/** What the answer about one repository has beside the common fields. Relations that the viewer may not see are left out. */
export function presentFullParts(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  viewer?: Viewer;
  /** Whether the viewer can administer the repository. */
  admin?: boolean;
}) {
  const { sandbox, urls, repository, viewer, admin } = options;
  const owner = accountById({ sandbox, id: repository.ownerId })!;
  const related = (id: number | null) => {
    const other = id === null ? undefined : sandbox.state.repositories.get(id);
    return other && (!viewer || canSee({ sandbox, viewer, repository: other }))
      ? presentBasics({ sandbox, urls, viewer, repository: other })
      : undefined;
  };
  const parent = related(repository.parentId);
  const source = related(rootOf({ sandbox, repository }).id);
  const template = related(repository.templateId);
  return {
    temp_clone_token: null,
    subscribers_count: repository.subscriptions.filter(
      ({ subscribed }) => subscribed,
    ).length,
    network_count: networkSize({
      sandbox,
      repository: rootOf({ sandbox, repository }),
    }),
    ...(owner.kind === 'organisation' && {
      organization: presentAccount({ urls, account: owner }),
    }),
    ...(parent && { parent, source }),
    ...(template && { template_repository: template }),
    ...(admin && {
      security_and_analysis: {
        dependabot_security_updates: {
          status: (repository.vulnerabilityAlerts ? 'enabled' : 'disabled') as
            | 'enabled'
            | 'disabled',
        },
        secret_scanning: {
          status: (repository.secretScanning ? 'enabled' : 'disabled') as
            | 'enabled'
            | 'disabled',
        },
        secret_scanning_push_protection: { status: 'disabled' as const },
      },
    }),
  };
}

function networkSize(options: {
  sandbox: Sandbox;
  repository: Repository;
}): number {
  return forksOf(options).reduce(
    (sum, fork) => sum + 1 + networkSize({ ...options, repository: fork }),
    0,
  );
}
