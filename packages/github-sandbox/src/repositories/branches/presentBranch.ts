import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { encodePath } from '../encodePath';
import { fullNameOf } from '../fullNameOf';
import { branchProtectionOf } from '../protection/branchProtectionOf';

/** GitHub's `short-branch`, as in lists. */
export function presentBranch(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  branch: string;
  sha: string;
}) {
  const { urls, repository, branch, sha } = options;
  const api = `${urls.api}/repos/${fullNameOf(options)}`;
  const protection = branchProtectionOf({ repository, branch });
  const { contexts = [], checks = [] } =
    protection?.required_status_checks ?? {};
  const level = protection?.enforce_admins ? 'everyone' : 'non_admins';
  return {
    name: branch,
    commit: { sha, url: `${api}/commits/${sha}` },
    protected: protection !== undefined,
    protection: {
      enabled: protection !== undefined,
      required_status_checks: {
        enforcement_level: contexts.length > 0 ? level : 'off',
        contexts,
        checks,
      },
    },
    protection_url: `${api}/branches/${encodePath(branch)}/protection`,
  };
}
