import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { isPullRequest } from '../PullRequest';
import type { PullRequest } from '../PullRequest';
import { networkOf } from './networkOf';

/** The open pull requests whose head is a branch of a repository, in whichever repository of its network they are. */
export function openPullsFrom(options: {
  sandbox: Sandbox;
  repository: Repository;
  branch: string;
}): Array<{ repository: Repository; issue: PullRequest }> {
  const { sandbox, repository, branch } = options;
  return networkOf({ sandbox, repository }).flatMap(base =>
    sandbox.state.issues
      .by('repository', base.id)
      .filter(isPullRequest)
      .filter(
        ({ state, pull }) =>
          state === 'open' &&
          pull.head.repositoryId === repository.id &&
          pull.head.ref === branch,
      )
      .map(issue => ({ repository: base, issue })),
  );
}

/** The open pull requests that are to be merged into a branch of a repository. */
export function openPullsInto(options: {
  sandbox: Sandbox;
  repository: Repository;
  branch: string;
}): PullRequest[] {
  const { sandbox, repository, branch } = options;
  return sandbox.state.issues
    .by('repository', repository.id)
    .filter(isPullRequest)
    .filter(({ state, pull }) => state === 'open' && pull.base.ref === branch);
}
