import type { Sandbox } from '../../core/Sandbox';
import type { Release, Repository, User } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import { openGit } from '../../repositories/openGit';
import { assertMayMove } from '../../repositories/protection/assertMayMove';
import { moveRef } from '../../repositories/refs/moveRef';
import { isEmpty } from '../../repositories/requireCommit';
import { releaseProblem } from './releaseProblem';

/** Makes the tag of a release that is published, at its target, where it is not there. Throws 422. Answers the date of the commit. */
export async function ensureTag(options: {
  sandbox: Sandbox;
  repository: Repository;
  release: Pick<Release, 'tagName' | 'target'>;
  sender: User;
}): Promise<Date> {
  const { sandbox, repository, release, sender } = options;
  const git = await openGit(options);
  if (await isEmpty(git)) {
    throw new GitHubError({ status: 422, message: 'Repository is empty.' });
  }
  const ref = `refs/tags/${release.tagName}`;
  const dateOf = async (expression: string) => {
    const found = await git.resolve({ expression, type: 'commit' });
    const commit = found && (await git.readCommit({ sha: found.sha }));
    return commit && { sha: commit.sha, date: commit.committer.date };
  };
  const tagged = await dateOf(ref);
  if (tagged) return tagged.date;

  const target = await dateOf(release.target);
  if (!target) {
    throw releaseProblem({ field: 'target_commitish', code: 'invalid' });
  }
  await assertMayMove({
    sandbox,
    repository,
    git,
    sender,
    change: { ref, before: undefined, after: target.sha, forced: false },
    status: 422,
  });
  const outcome = await moveRef({
    sandbox,
    repository,
    ref,
    change: { kind: 'create', sha: target.sha },
    sender,
  });
  if (outcome !== 'moved' && outcome !== 'exists') {
    throw releaseProblem({
      field: 'tag_name',
      code: 'custom',
      message: 'tag_name is not a valid tag',
    });
  }
  return target.date;
}
