import type { Viewer } from '../access';
import type { Sandbox } from '../core/Sandbox';
import type { Repository, User } from '../core/state';
import {
  commitFiles,
  type CommitFilesOutcome,
  type FileChange,
  type Signature,
} from '../git';
import { openGit } from './openGit';
import { refusalOf, type Refusal } from './protection/refusalOf';
import { announceRefChange } from './refs/announceRefChange';
import { assertMayChangeWorkflows } from './workflowFiles/assertMayChangeWorkflows';

export type CommitAsWebOutcome =
  | Exclude<CommitFilesOutcome, { outcome: 'notMoved' }>
  /** Protection of the branch or a ruleset forbids it. */
  | { outcome: 'refused'; refusal: Refusal };

/**
 * One commit on a branch without a clone: of the contents API, of GraphQL and of the page that edits a file. Asks whether workflows may be
 * changed (throws GitHub's error), and what protection and rulesets say; tells everybody as a push would. Whether the sender may write at
 * all is asked before.
 */
export async function commitAsWeb(options: {
  sandbox: Sandbox;
  repository: Repository;
  /** Whose credential it is; undefined: a person on the web, who may change workflows. */
  viewer?: Viewer;
  sender: User;
  branch: string;
  changes: FileChange[];
  message: string;
  author: Signature;
  committer: Signature;
  expectedHead?: string;
  /** Asked first, while nobody else can change the repository. Throws where there should be no commit. */
  check?: () => Promise<void>;
}): Promise<CommitAsWebOutcome> {
  const { sandbox, repository, viewer, sender, branch } = options;
  if (viewer) {
    const paths = options.changes.map(({ path }) => path);
    assertMayChangeWorkflows({ viewer, paths });
  }
  const git = await openGit({ sandbox, repository });
  const ref = `refs/heads/${branch}`;
  let refusal: Refusal | undefined;
  const made = await git.exclusively(async () => {
    await options.check?.();
    return commitFiles({
      ...options,
      repository: git,
      async mayMove({ before, after }) {
        const change = { ref, before, after, forced: false };
        refusal = await refusalOf({ sandbox, repository, git, sender, change });
        return refusal === undefined;
      },
    });
  });
  if (made.outcome === 'committed') {
    const { before, commit } = made;
    await announceRefChange({
      sandbox,
      repository,
      sender,
      change: { ref, before, after: commit, forced: false },
    });
  }
  return made.outcome === 'notMoved'
    ? { outcome: 'refused', refusal: refusal! }
    : made;
}
