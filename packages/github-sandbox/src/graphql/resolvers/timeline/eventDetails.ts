import type { Issue, IssueEvent } from '../../../core/state';
import { findLabel } from '../../../issues/labels/findLabel';
import type { GraphqlContext } from '../../GraphqlContext';
import { isTeamVisible } from '../../rights/isTeamVisible';
import { source } from '../../sources/source';
import { refByName } from '../git/refByName';
import { personById } from '../shared/personById';
import { plainHtml } from '../shared/plainHtml';
import { repositoryById } from '../shared/repositoryById';

/** What an event's kind adds to it. */
export function eventDetails(options: {
  event: IssueEvent;
  issue: Issue;
  context: GraphqlContext;
}): Record<string, unknown> {
  const { event, issue, context } = options;
  const { sandbox } = context;
  const { detail } = event;
  const repository = repositoryById({ id: issue.repositoryId, context });
  const commit = detail.commitSha
    ? source.commit(repository, detail.commitSha as string)
    : null;
  switch (event.event) {
    case 'labeled':
    case 'unlabeled': {
      const { name } = detail.label as { name: string };
      const label = findLabel({ sandbox, repository, name });
      return { label: label ? source.label(label) : null };
    }
    case 'assigned':
    case 'unassigned': {
      const person = personById({ id: detail.assigneeId as number, context });
      return { assignee: person, user: person };
    }
    case 'milestoned':
    case 'demilestoned':
      return { milestoneTitle: (detail.milestone as { title: string }).title };
    case 'renamed': {
      const { from, to } = detail.rename as { from: string; to: string };
      return { previousTitle: from, currentTitle: to };
    }
    case 'base_ref_changed':
      return { previousRefName: detail.from, currentRefName: detail.to };
    case 'locked':
      return {
        lockReason:
          (detail.lockReason as string | null)
            ?.toUpperCase()
            .replace(/[ -]/g, '_') ?? null,
      };
    case 'closed':
    case 'reopened':
      return {
        closer: commit,
        stateReason:
          (detail.stateReason as string | undefined)?.toUpperCase() ?? null,
      };
    case 'merged': {
      const name = issue.pull?.base.ref ?? '';
      return {
        commit,
        mergeRefName: name,
        mergeRef: () =>
          refByName({ repository, name: `refs/heads/${name}`, context }),
      };
    }
    case 'head_ref_deleted':
      return { headRef: null, headRefName: issue.pull?.head.ref ?? '' };
    case 'head_ref_force_pushed':
      return { beforeCommit: null, afterCommit: commit, ref: null };
    case 'review_requested':
    case 'review_request_removed': {
      const team = sandbox.state.teams.get(
        (detail.requestedTeamId as number | undefined) ?? 0,
      );
      const seen = team && isTeamVisible({ context, team });
      return {
        requestedReviewer: seen
          ? source.team(team)
          : personById({
              id: detail.requestedReviewerId as number | undefined,
              context,
            }),
      };
    }
    case 'review_dismissed': {
      const { review_id, state, dismissal_message } =
        detail.dismissedReview as Record<string, any>;
      const review = sandbox.state.reviews.get(review_id);
      return {
        review: review ? source.review(review) : null,
        previousReviewState: state.toUpperCase(),
        dismissalMessage: dismissal_message,
        dismissalMessageHTML: plainHtml(dismissal_message),
        pullRequestCommit: null,
      };
    }
    default:
      return { enabler: personById({ id: event.actorId, context }) };
  }
}
