import {
  getRepoSourceDirectory,
  serializeDirectoryContents,
} from '@backstage/plugin-scaffolder-node';
import { describeRequest } from '../calls/GithubCall';
import { assertPlainFiles } from '../target/assertPlainFiles';
import type { Planner } from './StepPlan';

/** What `octokit-plugin-create-pull-request` asks for, for a branch that is not there yet. */
export const planPullRequest: Planner = async ({ ctx, target, input }) => {
  const { owner, repo } = target;
  const { branchName, targetBranchName, reviewers, teamReviewers, assignees } =
    input;
  const dir = getRepoSourceDirectory(ctx.workspacePath, input.sourcePath);
  await assertPlainFiles({ dir, isPlan: true });
  const files = await serializeDirectoryContents(dir, { gitignore: true });
  const at = { owner, repo };
  const calls = [
    describeRequest('GET /repos/{owner}/{repo}', at),
    describeRequest('GET /repos/{owner}/{repo}/commits', {
      ...at,
      sha: targetBranchName,
    }),
    describeRequest('POST /repos/{owner}/{repo}/git/blobs', at, {
      note: `Once for each of ${files.length} files.`,
    }),
    describeRequest('POST /repos/{owner}/{repo}/git/trees', at),
    describeRequest('POST /repos/{owner}/{repo}/git/commits', {
      ...at,
      message: input.commitMessage ?? input.title,
    }),
    describeRequest('POST /repos/{owner}/{repo}/git/refs', {
      ...at,
      ref: `refs/heads/${branchName}`,
    }),
    describeRequest('POST /repos/{owner}/{repo}/pulls', {
      ...at,
      head: `${owner}:${branchName}`,
      base: targetBranchName,
      title: input.title,
      body: input.description,
      draft: input.draft,
    }),
  ];
  if (reviewers || teamReviewers) {
    calls.push(
      describeRequest(
        'POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers',
        { ...at, reviewers, team_reviewers: teamReviewers },
      ),
    );
  }
  if (assignees) {
    calls.push(
      describeRequest(
        'POST /repos/{owner}/{repo}/issues/{issue_number}/assignees',
        { ...at, assignees },
      ),
    );
  }
  const number = 43;
  return {
    calls: input.forceFork
      ? calls.map(call => ({
          ...call,
          note: [call.note, 'In a fork of the repository.']
            .filter(Boolean)
            .join(' '),
        }))
      : calls,
    // As in stock, where the number of a pull request that is not there is 43.
    outputs: {
      targetBranchName: targetBranchName ?? branchName,
      remoteUrl: `${target.url}/pull/${number}`,
      pullRequestNumber: number,
    },
  };
};
