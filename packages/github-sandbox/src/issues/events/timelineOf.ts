import { isoSeconds } from '../../core/isoSeconds';
import type { Sandbox } from '../../core/Sandbox';
import type {
  Comment,
  Issue,
  IssueEvent,
  Repository,
  Review,
} from '../../core/state';
import type { Commit } from '../../git';
import { comparisonOf } from '../../pulls/comparisonOf';
import { isPullRequest } from '../../pulls/PullRequest';

/** One thing in the timeline of an issue or pull request. */
export type TimelineItem = { at: string } & (
  | { kind: 'event'; event: IssueEvent }
  | { kind: 'comment'; comment: Comment }
  | { kind: 'review'; review: Review }
  | { kind: 'commit'; commit: Commit }
);

/** Everything that happened to an issue or pull request, oldest first. */
export async function timelineOf(options: {
  sandbox: Sandbox;
  repository: Repository;
  issue: Issue;
}): Promise<TimelineItem[]> {
  const { sandbox, repository, issue } = options;
  const { state } = sandbox;
  const commits = isPullRequest(issue)
    ? (await comparisonOf({ sandbox, repository, issue }))?.commits ?? []
    : [];
  const items: TimelineItem[] = [
    ...commits.map(commit => ({
      kind: 'commit' as const,
      at: isoSeconds(commit.committer.date),
      commit,
    })),
    ...state.issueEvents.by('issue', issue.id).map(event => ({
      kind: 'event' as const,
      at: event.createdAt,
      event,
    })),
    ...state.comments.by('issue', issue.id).map(comment => ({
      kind: 'comment' as const,
      at: comment.createdAt,
      comment,
    })),
    ...state.reviews
      .by('issue', issue.id)
      .flatMap(review =>
        review.submittedAt
          ? [{ kind: 'review' as const, at: review.submittedAt, review }]
          : [],
      ),
  ];
  // Sorting keeps the order of what has the same second.
  return items.sort((a, b) => a.at.localeCompare(b.at));
}
