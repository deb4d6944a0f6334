import type { Sandbox } from '../core/Sandbox';
import type { Release, Repository } from '../core/state';

/**
 * The latest release: the newest that is neither a draft nor a prerelease, unless one was made the latest by hand.
 * https://docs.github.com/rest/releases/releases#get-the-latest-release
 */
export function latestRelease(options: {
  sandbox: Sandbox;
  repository: Pick<Repository, 'id'>;
}): Release | undefined {
  const { sandbox, repository } = options;
  const releases = sandbox.state.releases
    .by('repository', repository.id)
    .filter(({ draft, prerelease }) => !draft && !prerelease)
    .sort(newestFirst);
  return (
    releases.find(({ makeLatest }) => makeLatest === 'true') ??
    releases.find(({ makeLatest }) => makeLatest !== 'false') ??
    releases[0]
  );
}

/** As lists of releases are sorted: drafts by when they were written, others by when they were published. */
export function newestFirst(a: Release, b: Release): number {
  const [x, y] = [a, b].map(one => one.publishedAt ?? one.createdAt);
  if (x === y) return b.id - a.id;
  return x < y ? 1 : -1;
}
