import { roleOf } from '../../access';
import type { Team, User } from '../../core/state';
import { emitIssueChange } from '../../issues/events/emitIssueChange';
import { payloadUrls } from '../../issues/events/payloadUrls';
import { recordIssueEvent } from '../../issues/events/recordIssueEvent';
import { presentAccount } from '../../organisations/presentAccount';
import { presentTeam } from '../../organisations/teams/present/presentTeam';
import type { PullChange } from '../PullChange';

export type RequestReviewersOutcome =
  | { outcome: 'requested' }
  /** GitHub's sentence. */
  | { outcome: 'invalid'; message: string };

/** Asks people (logins) and teams (slugs) for a review. https://docs.github.com/rest/pulls/review-requests */
export function requestReviewers(
  options: PullChange & { reviewers?: string[]; teams?: string[] },
): RequestReviewersOutcome {
  const { sandbox, repository, issue } = options;
  const people = (options.reviewers ?? []).map(login =>
    sandbox.state.users.first('login', login.toLowerCase()),
  );
  const teams = (options.teams ?? []).map(slug =>
    sandbox.state.teams
      .by('organisation', repository.ownerId)
      .find(team => team.slug === slug.toLowerCase()),
  );
  if (people.some(user => user?.id === issue.authorId)) {
    return {
      outcome: 'invalid',
      message: 'Review cannot be requested from pull request author.',
    };
  }
  if (
    !people.every(
      user => user && roleOf({ sandbox, user, repository }) !== undefined,
    )
  ) {
    return {
      outcome: 'invalid',
      message:
        'Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the repository.',
    };
  }
  if (!teams.every(team => team && hasRepository(team, repository.id))) {
    return {
      outcome: 'invalid',
      message:
        'Reviews may only be requested from collaborators. One or more of the teams you specified is not a collaborator of the repository.',
    };
  }
  (people as User[]).forEach(user => addPerson(options, user));
  (teams as Team[]).forEach(team => addTeam(options, team));
  return { outcome: 'requested' };
}

/** Teams see a repository by their own right, or by that of the team above; the base permission of the organisation is not a team's. */
function hasRepository(team: Team, repositoryId: number): boolean {
  return team.repositories.some(one => one.repositoryId === repositoryId);
}

function addPerson(options: PullChange, user: User) {
  const { sandbox, issue, actor } = options;
  if (issue.pull.requestedReviewerIds.includes(user.id)) return;
  issue.pull.requestedReviewerIds.push(user.id);
  recordIssueEvent({
    ...options,
    event: 'review_requested',
    detail: { reviewRequesterId: actor.id, requestedReviewerId: user.id },
  });
  emitIssueChange({
    ...options,
    action: 'review_requested',
    extra: {
      requested_reviewer: presentAccount({
        urls: payloadUrls(sandbox),
        account: user,
      }),
    },
  });
}

function addTeam(options: PullChange, team: Team) {
  const { sandbox, issue, actor } = options;
  if (issue.pull.requestedTeamIds.includes(team.id)) return;
  issue.pull.requestedTeamIds.push(team.id);
  recordIssueEvent({
    ...options,
    event: 'review_requested',
    detail: { reviewRequesterId: actor.id, requestedTeamId: team.id },
  });
  emitIssueChange({
    ...options,
    action: 'review_requested',
    extra: {
      requested_team: presentTeam({
        sandbox,
        urls: payloadUrls(sandbox),
        team,
      }),
    },
  });
}
