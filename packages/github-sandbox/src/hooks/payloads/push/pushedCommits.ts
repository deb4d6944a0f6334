import type { Commit, GitRepository } from '../../../git';

/** https://docs.github.com/webhooks/webhook-events-and-payloads#push: no more commits than this. */
const MOST_COMMITS = 2048;

/** How far back other branches are read to find out which commits are new. */
const OTHER_BRANCHES = 50;
const OTHER_COMMITS = 500;

/**
 * The commits that a push brought to a branch, oldest first, and those of them and before that other branches have already. A new ref
 * brings what no other branch has; a tag and a deletion bring nothing.
 */
export async function pushedCommits(options: {
  git: GitRepository;
  ref: string;
  before: string | undefined;
  after: string | undefined;
}): Promise<{ commits: Commit[]; known: Set<string> }> {
  const { git, ref, before, after } = options;
  const known = await commitsOfOthers({ git, ref });
  if (after === undefined || !ref.startsWith('refs/heads/')) {
    return { commits: [], known };
  }
  if (before !== undefined) {
    const comparison = await git.compare({ base: before, head: after });
    if (comparison) {
      return { commits: comparison.commits.slice(-MOST_COMMITS), known };
    }
  }
  const commits = await git.history({ from: after, limit: MOST_COMMITS });
  return {
    commits: commits.filter(({ sha }) => !known.has(sha)).reverse(),
    known,
  };
}

async function commitsOfOthers(options: {
  git: GitRepository;
  ref: string;
}): Promise<Set<string>> {
  const { git, ref } = options;
  const branches = await git.listRefs({ prefix: 'refs/heads/' });
  const known = new Set<string>();
  for (const branch of branches
    .filter(other => other.ref !== ref)
    .slice(0, OTHER_BRANCHES)) {
    if (known.has(branch.sha)) continue;
    const commits = await git.history({
      from: branch.sha,
      limit: OTHER_COMMITS,
    });
    commits.forEach(({ sha }) => known.add(sha));
  }
  return known;
}
