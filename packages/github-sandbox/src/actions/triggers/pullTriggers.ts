import type { SandboxEvent } from '../../core/events/SandboxEvent';
import type { Sandbox } from '../../core/Sandbox';
import { baseShaOf, comparisonOf } from '../../pulls/comparisonOf';
import { testMergeOf } from '../../pulls/merge/testMergeOf';
import { isPullRequest, type PullRequest } from '../../pulls/PullRequest';
import { openGit } from '../../repositories/openGit';
import { hasWorkflows } from '../workflows/filesAt';
import { payloadOf } from './payloadOf';
import type { Trigger } from './Trigger';

type PullEvent = Extract<
  SandboxEvent,
  {
    name:
      | 'pull_request'
      | 'pull_request_review'
      | 'pull_request_review_comment';
  }
>;

/**
 * What happens to a pull request runs on the commit that merges it, and on nothing while it conflicts; `pull_request_target` runs on the base.
 * https://docs.github.com/actions/reference/workflows-and-actions/events-that-trigger-workflows#pull_request
 */
export async function pullTriggers(options: {
  sandbox: Sandbox;
  event: PullEvent;
}): Promise<Trigger[]> {
  const { sandbox, event } = options;
  const { repository, issue, name, action } = event;
  if (!isPullRequest(issue)) return [];
  const git = await openGit({ sandbox, repository });
  const { head, base } = issue.pull;
  const baseSha = await baseShaOf({ sandbox, repository, issue });
  const isAutomated =
    (await hasWorkflows({ git, sha: head.sha, event: name })) ||
    (await hasWorkflows({ git, sha: baseSha, event: name }));
  if (!isAutomated) return [];
  const comparison = await comparisonOf({ sandbox, repository, issue });
  const payload = await payloadOf(options);
  const shared = {
    headBranch: head.ref,
    headSha: head.sha,
    headRepositoryId: head.repositoryId,
    actor: event.sender,
  };
  const about = {
    action,
    baseRef: base.ref,
    headRef: head.ref,
    changedFiles: comparison?.files.map(({ path }) => path),
    message: (await git.readCommit({ sha: head.sha }))?.message ?? '',
    payload,
  };
  const triggers: Trigger[] = [];
  const merge = await mergeCommit({ sandbox, repository, issue });
  if (merge) {
    triggers.push({
      ...shared,
      event: {
        ...about,
        name,
        ref: `refs/pull/${issue.number}/merge`,
        sha: merge,
      },
    });
  }
  if (name === 'pull_request') {
    triggers.push({
      ...shared,
      event: {
        ...about,
        name: 'pull_request_target',
        ref: `refs/heads/${base.ref}`,
        sha: baseSha,
      },
    });
  }
  return triggers;
}

async function mergeCommit(options: {
  sandbox: Sandbox;
  repository: PullEvent['repository'];
  issue: PullRequest;
}): Promise<string | undefined> {
  const { issue } = options;
  if (issue.pull.mergedAt) return issue.pull.mergeCommitSha ?? undefined;
  if (issue.state === 'closed') {
    return issue.pull.mergeCommitSha ?? issue.pull.head.sha;
  }
  const merge = await testMergeOf(options);
  return merge.outcome === 'merged' ? merge.sha : undefined;
}
