import type { GitRepository } from '../../git';
import { openGit } from '../../repositories/openGit';
import { type MarkedCommit, markerOf } from '../history/markerOf';
import type { PullCommits, RepositoryContext } from './SeedContext';

/**
 * The SHAs of a repository's pull requests, by number. The state has them, so a repository with pull requests is made at once; others
 * wait until somebody opens them.
 */
export async function takePullCommits(options: {
  context: RepositoryContext;
}): Promise<Map<number, PullCommits>> {
  const { sandbox, repository, numbers } = options.context;
  const pulls = [...numbers.merged, ...numbers.pullRequests].filter(
    number => number !== undefined,
  );
  const commits = new Map<number, PullCommits>();
  if (pulls.length === 0) return commits;
  const git = await openGit({ sandbox, repository });
  for (const number of pulls) {
    const head = (await takeMarker({ git, number, what: 'head' }))!;
    const base = await takeMarker({ git, number, what: 'base' });
    const merge = await takeMarker({ git, number, what: 'merge' });
    commits.set(number, { head, base: base ?? head, merge: merge ?? null });
  }
  return commits;
}

async function takeMarker(options: {
  git: GitRepository;
  number: number;
  what: MarkedCommit;
}): Promise<string | undefined> {
  const { git, ...marked } = options;
  const ref = `refs/heads/${markerOf(marked)}`;
  const found = await git.readRef({ ref });
  if (found) await git.deleteRef({ ref });
  return found?.sha;
}
