import { TreeChangeError } from './TreeChangeError';
import { GitRepository, Signature, TreeChange, TreeMode } from './types';

/**
 * `branchMissing`: no such branch (in a repository without branches it is made). `headMoved`: `expectedHead` is not the branch's commit.
 * `pathMissing`: a file to delete is not there. `invalidPath`: empty, absolute, or with a part `.`, `..` or `.git`.
 */
export type CommitFilesOutcome =
  | {
      outcome: 'committed';
      commit: string;
      tree: string;
      before: string | undefined;
    }
  /** `mayMove` says so. */
  | { outcome: 'notMoved' }
  | { outcome: 'branchMissing' }
  | { outcome: 'headMoved'; head: string | undefined }
  | { outcome: 'pathMissing'; path: string }
  | { outcome: 'invalidPath'; path: string };

/** One file to set, or to delete (`content: null`). Without `mode` a file keeps its mode, and a new one is not executable. */
export interface FileChange {
  path: string;
  content: Buffer | null;
  mode?: TreeMode;
}

/** Makes one commit on a branch (its short name) that sets and deletes files, and moves the branch to it. */
export async function commitFiles(options: {
  repository: GitRepository;
  branch: string;
  changes: FileChange[];
  message: string;
  author: Signature;
  committer: Signature;
  expectedHead?: string;
  /** Asked when the commit is there and the branch has not moved yet. */
  mayMove?: (move: {
    before: string | undefined;
    after: string;
  }) => Promise<boolean>;
}): Promise<CommitFilesOutcome> {
  const { repository, branch, expectedHead } = options;
  return repository.exclusively(async () => {
    const ref = `refs/heads/${branch}`;
    const before = (await repository.readRef({ ref }))?.sha;
    if (expectedHead !== undefined && expectedHead !== before) {
      return { outcome: 'headMoved', head: before };
    }
    if (!before && !(await isEmpty(repository))) {
      return { outcome: 'branchMissing' };
    }
    const tree = await writeChanges(options, before).catch(toOutcome);
    if (typeof tree !== 'string') {
      return tree;
    }
    const commit = await repository.writeCommit({
      tree,
      parents: before ? [before] : [],
      author: options.author,
      committer: options.committer,
      message: options.message,
    });
    const { mayMove } = options;
    if (mayMove && !(await mayMove({ before, after: commit }))) {
      return { outcome: 'notMoved' };
    }
    if (before) {
      await repository.updateRef({ ref, sha: commit });
      return { outcome: 'committed', commit, tree, before };
    }
    const created = await repository.createRef({ ref, sha: commit });
    return created === 'created'
      ? { outcome: 'committed', commit, tree, before }
      : { outcome: 'branchMissing' };
  });
}

async function isEmpty(repository: GitRepository): Promise<boolean> {
  return (await repository.listRefs({ prefix: 'refs/heads/' })).length === 0;
}

async function writeChanges(
  options: { repository: GitRepository; changes: FileChange[] },
  base: string | undefined,
): Promise<string> {
  const { repository, changes } = options;
  const entries: TreeChange[] = [];
  for (const { path, content, mode } of changes) {
    if (content === null) {
      entries.push({ path, sha: null });
    } else {
      const known = mode ?? (await modeOf(repository, base, path));
      entries.push({ path, mode: known, content });
    }
  }
  return repository.writeTree({ entries, base });
}

// What is not a file (a folder, a link, a submodule) is replaced by a plain one.
async function modeOf(
  repository: GitRepository,
  commit: string | undefined,
  path: string,
): Promise<TreeMode> {
  const entry = commit && (await repository.entryAt({ commit, path }));
  return entry && entry.mode === '100755' ? '100755' : '100644';
}

function toOutcome(error: unknown): CommitFilesOutcome {
  if (error instanceof TreeChangeError) {
    const { path, reason } = error;
    if (reason === 'pathMissing') {
      return { outcome: 'pathMissing', path };
    }
    if (reason === 'malformedPath') {
      return { outcome: 'invalidPath', path };
    }
  }
  throw error;
}
