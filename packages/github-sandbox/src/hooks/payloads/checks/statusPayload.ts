import { presentStatus } from '../../../checks/present/presentStatus';
import type { GitRepository } from '../../../git';
import { presentBranch } from '../../../repositories/branches/presentBranch';
import { presentCommit } from '../../../repositories/commits/presentCommit';
import { fullNameOf } from '../../../repositories/fullNameOf';
import { openGit } from '../../../repositories/openGit';
import type { PayloadOptions, PayloadParts } from '../PayloadOptions';

/** GitHub names so many branches at most. */
const MOST_BRANCHES = 10;

/** https://docs.github.com/webhooks/webhook-events-and-payloads#status */
export async function statusPayload(
  options: PayloadOptions<'status'>,
): Promise<PayloadParts> {
  const { sandbox, urls, event } = options;
  const { repository, status } = event;
  const presented = presentStatus({ sandbox, urls, repository, status });
  const git = await openGit({ sandbox, repository });
  const commit = await git.readCommit({ sha: status.sha });
  const branches = await branchesWith({ git, sha: status.sha });
  return {
    id: presented.id,
    sha: status.sha,
    name: fullNameOf({ sandbox, repository }),
    avatar_url: presented.avatar_url,
    target_url: presented.target_url,
    context: presented.context,
    description: presented.description,
    state: presented.state,
    commit: commit
      ? presentCommit({ sandbox, urls, repository, commit })
      : null,
    branches: branches.map(branch => {
      const {
        name,
        commit: head,
        protected: isProtected,
      } = presentBranch({ sandbox, urls, repository, ...branch });
      return { name, commit: head, protected: isProtected };
    }),
    created_at: presented.created_at,
    updated_at: presented.updated_at,
  };
}

/** The branches that a commit is in; it need not be their head. */
async function branchesWith(options: { git: GitRepository; sha: string }) {
  const { git, sha } = options;
  const found: Array<{ branch: string; sha: string }> = [];
  for (const head of await git.listRefs({ prefix: 'refs/heads/' })) {
    if (found.length === MOST_BRANCHES) break;
    if (await git.isAncestor({ ancestor: sha, of: head.sha })) {
      found.push({
        branch: head.ref.slice('refs/heads/'.length),
        sha: head.sha,
      });
    }
  }
  return found;
}
