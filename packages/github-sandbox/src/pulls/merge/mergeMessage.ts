import { accountById } from '../../core/names/accountById';
import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import type { Commit } from '../../git';
import type { PullRequest } from '../PullRequest';

/** Title and message of the commit that a pull request becomes. */
export interface MergeMessage {
  title: string;
  message: string;
}

/**
 * What GitHub writes where whoever merges says nothing, by the repository's settings.
 * https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/configuring-pull-request-merges
 */
export function mergeMessage(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: PullRequest;
  method: 'merge' | 'squash';
  /** Of the pull request, oldest first. */
  commits: Commit[];
}): MergeMessage {
  const { sandbox, repository, issue, method, commits } = options;
  const { merging } = repository;
  const body = issue.body ?? '';
  const withNumber = (title: string) => `${title} (#${issue.number})`;

  if (method === 'merge') {
    const { head } = issue.pull;
    const owner = accountById({ sandbox, id: head.ownerId });
    const messages = { PR_TITLE: issue.title, PR_BODY: body, BLANK: '' };
    return {
      title:
        merging.mergeCommitTitle === 'PR_TITLE'
          ? withNumber(issue.title)
          : `Merge pull request #${issue.number} from ${owner?.login}/${head.ref}`,
      message: messages[merging.mergeCommitMessage],
    };
  }

  const single = commits.length === 1 ? split(commits[0]) : undefined;
  const title =
    merging.squashMergeCommitTitle === 'COMMIT_OR_PR_TITLE' && single
      ? single.title
      : issue.title;
  const messages = {
    PR_BODY: body,
    BLANK: '',
    COMMIT_MESSAGES: single ? single.message : commits.map(asItem).join('\n\n'),
  };
  return {
    title: withNumber(title),
    message: messages[merging.squashMergeCommitMessage],
  };
}

function split(commit: Commit): MergeMessage {
  const [title, ...rest] = commit.message.trimEnd().split('\n');
  return { title, message: rest.join('\n').trim() };
}

function asItem(commit: Commit): string {
  const { title, message } = split(commit);
  return message ? `* ${title}\n\n${message}` : `* ${title}`;
}
