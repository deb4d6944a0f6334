import type { Sandbox } from '../../core/Sandbox';
import type { IssueEvent, Repository } from '../../core/state';
import type { Urls } from '../../http/createUrls';
import { presentTeam } from '../../organisations/teams/present/presentTeam';
import { eventNodeId } from './eventNodeId';
import { presentActingApp } from './presentActingApp';
import { presentPerson } from './presentPerson';
import { repositoryAddress } from './repositoryAddress';

/** `issue-event-for-issue` of GitHub's OpenAPI; with `issue` beside it is an `issue-event`. */
export function presentIssueEvent(options: {
  sandbox: Sandbox;
  urls: Urls;
  repository: Repository;
  event: IssueEvent;
}) {
  const { sandbox, urls, event } = options;
  const { api } = repositoryAddress(options);
  const { detail } = event;
  const person = (id: unknown) =>
    presentPerson({ sandbox, urls, id: id as number });
  const commitSha = (detail.commitSha as string | undefined) ?? null;
  const team =
    detail.requestedTeamId === undefined
      ? undefined
      : sandbox.state.teams.get(detail.requestedTeamId as number);

  return {
    id: event.id,
    node_id: eventNodeId(event),
    url: `${api}/issues/events/${event.id}`,
    actor: person(event.actorId),
    event: event.event,
    commit_id: commitSha,
    commit_url: commitSha && `${api}/commits/${commitSha}`,
    created_at: event.createdAt,
    performed_via_github_app: presentActingApp({
      sandbox,
      urls,
      userId: event.actorId,
    }),
    ...('label' in detail && { label: detail.label }),
    ...('milestone' in detail && { milestone: detail.milestone }),
    ...('rename' in detail && { rename: detail.rename }),
    ...('lockReason' in detail && { lock_reason: detail.lockReason }),
    ...('stateReason' in detail && { state_reason: detail.stateReason }),
    ...('assigneeId' in detail && {
      assignee: person(detail.assigneeId),
      assigner: person(detail.assignerId),
    }),
    ...('reviewRequesterId' in detail && {
      review_requester: person(detail.reviewRequesterId),
    }),
    ...('requestedReviewerId' in detail && {
      requested_reviewer: person(detail.requestedReviewerId),
    }),
    ...(team && {
      requested_team: presentTeam({ sandbox, urls, team }),
    }),
    ...('dismissedReview' in detail && {
      dismissed_review: detail.dismissedReview,
    }),
  };
}
