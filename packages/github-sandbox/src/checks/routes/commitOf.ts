import { GitHubError, notFound } from '../../http/GitHubError';
import type { RepositoryCall } from '../../http/Route';
import { openGit } from '../../repositories/openGit';
import { requireCommit } from '../../repositories/requireCommit';

/** The commit that a branch, tag or SHA stands for. Throws 422 as checks have it, or 404 as statuses have it. */
export async function commitOf(options: {
  call: RepositoryCall;
  name: string;
  missing: 404 | 422;
}): Promise<string> {
  const { call, name, missing } = options;
  return requireCommit({
    git: await openGit(call),
    name,
    missing:
      missing === 404
        ? notFound()
        : new GitHubError({
            status: 422,
            message: `No commit found for SHA: ${name}`,
          }),
  });
}
