import type { GitRepository } from '../git';
import { GitHubError } from '../http/GitHubError';

/** 409, as GitHub answers what needs a commit while there is none. */
export function emptyRepository(): GitHubError {
  return new GitHubError({ status: 409, message: 'Git Repository is empty.' });
}

/** Whether a repository has no branch yet. */
export async function isEmpty(git: GitRepository): Promise<boolean> {
  return (await git.listRefs({ prefix: 'refs/heads/' })).length === 0;
}

/** The SHA of the commit that a name stands for. Throws 409 for an empty repository, and `missing` for a name that is not there. */
export async function requireCommit(options: {
  git: GitRepository;
  name: string;
  missing: GitHubError;
}): Promise<string> {
  const { git, name, missing } = options;
  const found = await git.resolve({ expression: name, type: 'commit' });
  if (found) return found.sha;
  throw (await isEmpty(git)) ? emptyRepository() : missing;
}
