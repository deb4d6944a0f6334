import type { GitRepository } from '../git';
import type { GitRequest } from './GitRequest';

/** GitHub's wikis are on `master`. */
const WIKI_BRANCH = 'master';

/** The git repository of a request. A wiki comes into being with its first push; before that there is none. */
export async function openForGit(
  request: GitRequest,
): Promise<GitRepository | undefined> {
  const { sandbox, gitId: id, isWiki, service } = request;
  if (isWiki && !sandbox.git.has({ id })) {
    if (service === 'git-upload-pack') return undefined;
    sandbox.git.create({ id, defaultBranch: WIKI_BRANCH });
  }
  return sandbox.git.open({ id });
}
