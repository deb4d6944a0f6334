import { describeRequest, type GithubCall } from '../../calls/GithubCall';
import type { RepositoryTarget } from '../../calls/RepositoryTarget';
import type { RepositoryInput } from '../RepositoryInput';

/** How a repository is made, with stock's defaults. */
export function createCall(options: {
  target: RepositoryTarget;
  input: RepositoryInput;
  isOrganisation: boolean;
  note?: string;
}): GithubCall {
  const { target, input, isOrganisation, note } = options;
  const {
    repoVisibility = 'private',
    deleteBranchOnMerge = false,
    allowMergeCommit = true,
    allowSquashMerge = true,
    squashMergeCommitTitle = 'COMMIT_OR_PR_TITLE',
    squashMergeCommitMessage = 'COMMIT_MESSAGES',
    allowRebaseMerge = true,
    allowAutoMerge = false,
    allowUpdateBranch = false,
  } = input;
  const common = {
    allow_auto_merge: allowAutoMerge,
    allow_merge_commit: allowMergeCommit,
    allow_rebase_merge: allowRebaseMerge,
    allow_squash_merge: allowSquashMerge,
    allow_update_branch: allowUpdateBranch,
    auto_init: input.autoInit,
    delete_branch_on_merge: deleteBranchOnMerge,
    description: input.description,
    has_issues: input.hasIssues,
    has_projects: input.hasProjects,
    has_wiki: input.hasWiki,
    homepage: input.homepage,
    name: target.repo,
    private: repoVisibility === 'private',
    squash_merge_commit_message: squashMergeCommitMessage,
    squash_merge_commit_title: squashMergeCommitTitle,
  };
  return isOrganisation
    ? describeRequest(
        'POST /orgs/{org}/repos',
        {
          ...common,
          custom_properties: input.customProperties,
          org: target.owner,
          visibility: repoVisibility,
        },
        { note },
      )
    : describeRequest('POST /user/repos', common);
}
