import type { UnknownAttempt } from '../journal/once';
import type { MadeRepository } from './createRepository';
import type { PublishContext } from './PublishContext';

/** GitHub's clock and ours differ, and a request may wait for the budget and for its answer. */
const BEFORE_MS = 60_000;
const AFTER_MS = 5 * 60_000;

/**
 * The repository of a name that is taken, if an earlier try of this run can have made it: it came to be when the try was made, and nobody
 * has put anything into it since. Undefined for everybody else's.
 */
export async function adoptRepository(
  options: Pick<PublishContext, 'client' | 'target'> & {
    attempts: UnknownAttempt[];
    /** Whether GitHub has put a first commit into it. */
    isInitialised: boolean;
  },
): Promise<MadeRepository | undefined> {
  const { client, target, attempts, isInitialised } = options;
  const { owner, repo } = target;
  if (attempts.length === 0) return undefined;
  const { data } = await client.rest.repos.get({ owner, repo });
  const madeAt = Date.parse(data.created_at);
  const isOurs = attempts.some(({ at }) => {
    const tried = Date.parse(at);
    return madeAt >= tried - BEFORE_MS && madeAt <= tried + AFTER_MS;
  });
  if (!isOurs) return undefined;
  const commits = await countCommits(options);
  if (commits !== (isInitialised ? 1 : 0)) return undefined;
  return { cloneUrl: data.clone_url, htmlUrl: data.html_url };
}

/** 0, 1, or 2 for more. */
async function countCommits({
  client,
  target,
}: Pick<PublishContext, 'client' | 'target'>): Promise<number> {
  try {
    const { data } = await client.rest.repos.listCommits({
      owner: target.owner,
      repo: target.repo,
      per_page: 2,
    });
    return data.length;
  } catch (error) {
    // A repository without commits.
    if ((error as { status?: number }).status === 409) return 0;
    throw error;
  }
}
