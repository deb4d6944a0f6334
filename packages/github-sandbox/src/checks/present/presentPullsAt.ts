import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentPullMinimal } from '../../pulls/present/presentPullMinimal';
import { isPullRequest } from '../../pulls/PullRequest';

/** The open pull requests whose head is a commit of the repository itself. Those from forks are not named, as on GitHub. */
export function presentPullsAt(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  sha: string;
}) {
  const { sandbox, repository, sha } = options;
  return sandbox.state.issues
    .by('repository', repository.id)
    .filter(isPullRequest)
    .filter(
      ({ state, pull }) =>
        state === 'open' &&
        pull.head.sha === sha &&
        pull.head.repositoryId === repository.id,
    )
    .map(issue => presentPullMinimal({ ...options, issue }));
}
