import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { GitRepository } from '../../git';
import { openGit } from '../../repositories/openGit';
import type { PullRequest } from '../PullRequest';

/** Makes a ref or moves it, wherever it was before. */
export async function putRef(options: {
  git: GitRepository;
  ref: string;
  sha: string;
}): Promise<void> {
  const { git, ref, sha } = options;
  if ((await git.createRef({ ref, sha })) === 'exists') {
    await git.updateRef({ ref, sha, force: true });
  }
}

/** Brings the head of a pull request into its repository, as `refs/pull/N/head`; from a fork with all it needs. */
export async function setPullHead(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: PullRequest;
}): Promise<void> {
  const { sandbox, repository, issue } = options;
  const { head } = issue.pull;
  const git = await openGit({ sandbox, repository });
  const source =
    head.repositoryId !== null && head.repositoryId !== repository.id
      ? sandbox.state.repositories.get(head.repositoryId)
      : undefined;
  if (source) {
    await git.importFrom({
      repository: await openGit({ sandbox, repository: source }),
      sha: head.sha,
    });
  }
  await putRef({
    git,
    ref: `refs/pull/${issue.number}/head`,
    sha: head.sha,
  });
}
