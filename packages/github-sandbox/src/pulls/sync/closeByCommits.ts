import type { Sandbox } from '../../core/Sandbox';
import { openGit } from '../../repositories/openGit';
import { closeLinkedIssues } from '../merge/closeLinkedIssues';
import type { PushEvent } from './afterPush';

/** Closes the issues that messages of new commits on the default branch name with a keyword. */
export async function closeByCommits(options: {
  sandbox: Sandbox;
  push: PushEvent;
  after: string;
}): Promise<void> {
  const { sandbox, push, after } = options;
  const { repository, before } = push;
  // The commits that a repository begins with are no news.
  if (!before || repository.lastIssueNumber === 0) return;
  const git = await openGit({ sandbox, repository });
  const comparison = await git.compare({ base: before, head: after });
  for (const { message, sha } of comparison?.commits ?? []) {
    closeLinkedIssues({
      sandbox,
      repository,
      actor: push.sender,
      text: message,
      commitSha: sha,
    });
  }
}
