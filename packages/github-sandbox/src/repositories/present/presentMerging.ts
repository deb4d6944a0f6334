import type { Repository } from '../../core/state';

/** How pull requests may be merged. Only people who can push see it, and Apps. */
export function presentMerging({ merging }: Repository) {
  return {
    allow_squash_merge: merging.allowSquashMerge,
    allow_merge_commit: merging.allowMergeCommit,
    allow_rebase_merge: merging.allowRebaseMerge,
    allow_auto_merge: merging.allowAutoMerge,
    delete_branch_on_merge: merging.deleteBranchOnMerge,
    allow_update_branch: merging.allowUpdateBranch,
    use_squash_pr_title_as_default:
      merging.squashMergeCommitTitle === 'PR_TITLE',
    squash_merge_commit_title: merging.squashMergeCommitTitle,
    squash_merge_commit_message: merging.squashMergeCommitMessage,
    merge_commit_title: merging.mergeCommitTitle,
    merge_commit_message: merging.mergeCommitMessage,
  };
}
