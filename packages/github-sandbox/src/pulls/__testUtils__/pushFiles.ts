import { openGit } from '../../repositories/openGit';
import { announceRefChange } from '../../repositories/refs/announceRefChange';
import { commitFiles } from '../../git';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository, User } from '../../core/state';

/** Commits files to a branch, which is made from the default branch where it is new, and tells of it as of a push. Returns the commit. */
export async function pushFiles(options: {
  sandbox: Sandbox;
  repository: Repository;
  user: User;
  branch: string;
  /** Null deletes. */
  files: Record<string, string | null>;
  message?: string;
}): Promise<string> {
  const { sandbox, repository, user, branch, files } = options;
  const git = await openGit({ sandbox, repository });
  const ref = `refs/heads/${branch}`;
  const before = (await git.readRef({ ref }))?.sha;
  if (!before) {
    const start = await git.readRef({
      ref: `refs/heads/${repository.defaultBranch}`,
    });
    await git.createRef({ ref, sha: start!.sha });
  }
  const signature = {
    name: user.name ?? user.login,
    email: user.email!,
    date: sandbox.clock.now(),
  };
  const result = await commitFiles({
    repository: git,
    branch,
    changes: Object.entries(files).map(([path, content]) => ({
      path,
      content: content === null ? null : Buffer.from(content),
    })),
    message: options.message ?? `Change ${Object.keys(files).join(', ')}`,
    author: signature,
    committer: signature,
  });
  if (result.outcome !== 'committed') throw new Error(result.outcome);
  await announceRefChange({
    sandbox,
    repository,
    change: { ref, before, after: result.commit, forced: false },
    sender: user,
  });
  return result.commit;
}
