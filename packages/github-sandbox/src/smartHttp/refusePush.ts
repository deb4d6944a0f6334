import { actorOf } from '../access';
import type { GitRepository, PushRefusal, RefChange } from '../git';
import { refusalOf } from '../repositories/protection/refusalOf';
import type { GitRequest } from './GitRequest';
import { refuseWorkflows } from './refuseWorkflows';

/** Why a push is refused as a whole, or undefined. Wikis have no rules. */
export async function refusePush(options: {
  request: GitRequest;
  git: GitRepository;
  updates: RefChange[];
}): Promise<PushRefusal | undefined> {
  const { request, git, updates } = options;
  const { repository, isWiki, viewer } = request;
  if (isWiki) return undefined;
  const sender = actorOf(viewer);

  for (const change of updates) {
    if (change.ref.startsWith('refs/pull/')) {
      return { reason: 'deny updating a hidden ref' };
    }
    const isDefault = change.ref === `refs/heads/${repository.defaultBranch}`;
    if (!change.after && isDefault) {
      return {
        reason: `refusing to delete the current branch: ${change.ref}`,
      };
    }
    const refusal = await refusalOf({ ...request, git, change, sender });
    if (refusal) {
      const isRule = refusal.by === 'rules';
      return {
        reason: isRule
          ? 'push declined due to repository rule violations'
          : 'protected branch hook declined',
        message: [
          isRule
            ? `error: GH013: Repository rule violations found for ${change.ref}.`
            : `error: GH006: Protected branch update failed for ${change.ref}.`,
          ...refusal.reasons.map(reason => `\n- ${reason}`),
        ].join('\n'),
      };
    }
  }
  return refuseWorkflows({ git, viewer, updates });
}
