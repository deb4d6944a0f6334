import { includesRole, roleOf } from '../../access';
import type { Actors } from '../../settings/protection/StoredProtection';
import { branchProtectionOf } from './branchProtectionOf';
import { missingChecks, missingChecksText } from './missingChecks';
import { readPushed } from './readPushed';
import type { RefUpdate } from './RefUpdate';

/** Why branch protection forbids a move; empty: it does not. https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/managing-protected-branches/about-protected-branches */
export async function protectionReasons(update: RefUpdate): Promise<string[]> {
  const { sandbox, repository, git, change, sender } = update;
  const branch = /^refs\/heads\/(.+)$/.exec(change.ref)?.[1];
  const protection = branch && branchProtectionOf({ repository, branch });
  if (!protection) return [];

  const isAdmin = includesRole({
    role: roleOf({ sandbox, user: sender, repository }),
    needed: 'admin',
  });
  if (!change.after) {
    return protection.allow_deletions ? [] : ['Cannot delete this branch'];
  }
  const reasons: string[] = [];
  // Force pushes are forbidden to administrators as well.
  if (change.forced && !protection.allow_force_pushes) {
    reasons.push('Cannot force-push to this branch');
  }
  // A protected name can be taken by anybody who may push at all.
  if (!change.before || (isAdmin && !protection.enforce_admins)) return reasons;

  if (protection.lock_branch) reasons.push('Cannot change this locked branch');
  if (protection.restrictions && !isListed(update, protection.restrictions)) {
    reasons.push('You are not authorized to push to this branch.');
  }
  if (protection.required_linear_history) {
    const { commits } = await readPushed({ git, change });
    if (commits.some(({ isMerge }) => isMerge)) {
      reasons.push('This branch must not contain merge commits.');
    }
  }
  if (protection.required_pull_request_reviews) {
    reasons.push('Changes must be made through a pull request.');
  }
  const missing = missingChecks({
    sandbox,
    repository,
    sha: change.after,
    contexts: protection.required_status_checks?.contexts ?? [],
  });
  if (missing.length > 0) reasons.push(missingChecksText(missing));
  return reasons;
}

function isListed(
  { sandbox, repository, sender }: RefUpdate,
  allowed: Actors,
): boolean {
  const login = sender.login.toLowerCase();
  const isNamed = (names: string[], name: string) =>
    names.some(one => one.toLowerCase() === name);
  return (
    isNamed(allowed.users, login) ||
    isNamed(allowed.apps, login.replace(/\[bot\]$/, '')) ||
    sandbox.state.teams
      .by('organisation', repository.ownerId)
      .some(
        ({ slug, members }) =>
          isNamed(allowed.teams, slug) &&
          members.some(({ userId }) => userId === sender.id),
      )
  );
}
