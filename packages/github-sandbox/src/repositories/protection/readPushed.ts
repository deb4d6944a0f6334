import type { Commit, GitRepository, RefChange } from '../../git';
import type { Pushed } from './Pushed';

/** Of a branch that is new and has nothing in common with others, this many commits are looked at. */
const MOST_COMMITS = 1000;

/** What a move brings to a ref, against where it was; a new ref is compared with the default branch. */
export async function readPushed(options: {
  git: GitRepository;
  change: RefChange;
}): Promise<Pushed> {
  const { git, change } = options;
  const { before, after } = change;
  if (!after) return { commits: [], files: [] };
  const tip = (await git.resolve({ expression: after, type: 'commit' }))?.sha;
  if (!tip) return { commits: [], files: [] };
  const base = before ?? `refs/heads/${git.head().branch}`;
  const compared = await git.compare({ base, head: tip });
  const commits =
    compared?.commits ??
    (await git.history({ from: tip, limit: MOST_COMMITS }));
  const changed =
    compared?.files ?? (await git.diff({ from: undefined, to: tip }));
  const files = [];
  for (const { path, status, sha } of changed) {
    if (status === 'removed') continue;
    const size = (await git.readBlob({ sha }))?.length ?? 0;
    files.push({ path, size });
  }
  return { commits: commits.map(describe), files };
}

function describe({ message, author, committer, parents }: Commit) {
  return {
    message,
    authorEmail: author.email,
    committerEmail: committer.email,
    isMerge: parents.length > 1,
  };
}
