import type { User } from '../../core/state';
import { closeIssue } from '../../issues/changes/closeIssue';
import { createPull } from '../../pulls/createPull';
import type { PullRequest } from '../../pulls/PullRequest';
import { requestReviewers } from '../../pulls/reviews/requestReviewers';
import { openGit } from '../../repositories/openGit';
import type { SeedPullRequest } from '../SeedConversation';
import { addTalk } from './addTalk';
import { describeConversation } from './describeConversation';
import type { PullCommits, RepositoryContext } from './SeedContext';
import { TEAM_PREFIX } from '../teamPrefix';

/** Adds a pull request that is open, or was closed without a merge. */
export async function addPull(options: {
  context: RepositoryContext;
  seededPull: SeedPullRequest & { number: number };
  commits: PullCommits;
}): Promise<void> {
  const { context, seededPull, commits } = options;
  const { sandbox, repository, user, at } = context;
  const actor = user(seededPull.author);
  const created = await createPull({
    sandbox,
    repository,
    actor,
    title: seededPull.title,
    body: seededPull.body,
    head: seededPull.branch,
    base: seededPull.base ?? repository.defaultBranch,
    draft: seededPull.draft,
    number: seededPull.number,
    commits,
    at: at(seededPull.daysAgo),
  });
  if (created.outcome === 'invalid') {
    throw new Error(
      `The seed has a pull request that cannot be: ${seededPull.title}`,
    );
  }
  const { issue } = created;
  describeConversation({ context, issue, said: seededPull });
  ask({ context, issue, actor, reviewers: seededPull.reviewers ?? [] });
  await addTalk({ context, issue, said: seededPull });
  if (seededPull.state !== 'closed') return;
  closeIssue({
    sandbox,
    repository,
    issue,
    actor: user(seededPull.closedBy ?? seededPull.author),
    at: at(seededPull.closedDaysAgo ?? 0),
  });
  if (seededPull.branchDeleted) {
    const git = await openGit({ sandbox, repository });
    await git.deleteRef({ ref: `refs/heads/${seededPull.branch}` });
  }
}

function ask(options: {
  context: RepositoryContext;
  issue: PullRequest;
  actor: User;
  reviewers: string[];
}) {
  const { context, issue, actor, reviewers } = options;
  const { sandbox, repository } = context;
  const isTeam = (name: string) => name.startsWith(TEAM_PREFIX);
  const asked = requestReviewers({
    sandbox,
    repository,
    issue,
    actor,
    at: issue.createdAt,
    reviewers: reviewers.filter(name => !isTeam(name)),
    teams: reviewers.filter(isTeam).map(name => name.slice(TEAM_PREFIX.length)),
  });
  if (asked.outcome === 'invalid') {
    throw new Error(
      `The seed asks for a review of ${repository.name}#${issue.number}: ${asked.message}`,
    );
  }
}
