import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { GitRepository } from '../../git';
import type { Urls } from '../../http/createUrls';
import { presentCommit } from '../commits/presentCommit';
import { encodePath } from '../encodePath';
import { fullNameOf } from '../fullNameOf';
import { presentBranch } from './presentBranch';

/** GitHub's `branch-with-protection`: one branch with its commit. */
export async function presentFullBranch(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  git: GitRepository;
  branch: string;
  sha: string;
}) {
  const { urls, git, branch, sha } = options;
  const fullName = fullNameOf(options);
  const path = encodePath(branch);
  return {
    ...presentBranch(options),
    commit: presentCommit({
      ...options,
      commit: (await git.readCommit({ sha }))!,
    }),
    _links: {
      self: `${urls.api}/repos/${fullName}/branches/${path}`,
      html: `${urls.html}/${fullName}/tree/${path}`,
    },
  };
}
