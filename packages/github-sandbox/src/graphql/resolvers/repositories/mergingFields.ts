import type { Source } from '../../sources/source';
import type { Resolvers } from '../Resolvers';

/** The fields of a repository that say how pull requests are merged. */
export const mergingFields: Resolvers<Source<'repository'>> = {
  allowUpdateBranch: ({ repository }) => repository.merging.allowUpdateBranch,
  autoMergeAllowed: ({ repository }) => repository.merging.allowAutoMerge,
  deleteBranchOnMerge: ({ repository }) =>
    repository.merging.deleteBranchOnMerge,
  mergeCommitAllowed: ({ repository }) => repository.merging.allowMergeCommit,
  mergeCommitMessage: ({ repository }) => repository.merging.mergeCommitMessage,
  mergeCommitTitle: ({ repository }) => repository.merging.mergeCommitTitle,
  mergeQueue: () => null,
  rebaseMergeAllowed: ({ repository }) => repository.merging.allowRebaseMerge,
  squashMergeAllowed: ({ repository }) => repository.merging.allowSquashMerge,
  squashMergeCommitMessage: ({ repository }) =>
    repository.merging.squashMergeCommitMessage,
  squashMergeCommitTitle: ({ repository }) =>
    repository.merging.squashMergeCommitTitle,
  squashPrTitleUsedAsDefault: ({ repository }) =>
    repository.merging.squashMergeCommitTitle === 'PR_TITLE',
  viewerDefaultMergeMethod({ repository }) {
    const { allowMergeCommit, allowSquashMerge } = repository.merging;
    if (allowMergeCommit) return 'MERGE';
    return allowSquashMerge ? 'SQUASH' : 'REBASE';
  },
  webCommitSignoffRequired: ({ repository }) =>
    repository.merging.webCommitSignoffRequired,
};
