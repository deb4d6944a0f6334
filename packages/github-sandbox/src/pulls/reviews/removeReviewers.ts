import { emitIssueChange } from '../../issues/events/emitIssueChange';
import { payloadUrls } from '../../issues/events/payloadUrls';
import { recordIssueEvent } from '../../issues/events/recordIssueEvent';
import { presentAccount } from '../../organisations/presentAccount';
import { presentTeam } from '../../organisations/teams/present/presentTeam';
import type { PullChange } from '../PullChange';

/** Asks people (logins) and teams (slugs) no longer. Who was not asked is left out. */
export function removeReviewers(
  options: PullChange & { reviewers?: string[]; teams?: string[] },
): void {
  const { sandbox, repository, issue, actor } = options;
  const { pull } = issue;
  const urls = payloadUrls(sandbox);
  const tell = (
    detail: Record<string, number>,
    extra: Record<string, unknown>,
  ) => {
    recordIssueEvent({
      ...options,
      event: 'review_request_removed',
      detail: { reviewRequesterId: actor.id, ...detail },
    });
    emitIssueChange({ ...options, action: 'review_request_removed', extra });
  };
  for (const login of options.reviewers ?? []) {
    const user = sandbox.state.users.first('login', login.toLowerCase());
    if (user && pull.requestedReviewerIds.includes(user.id)) {
      pull.requestedReviewerIds = pull.requestedReviewerIds.filter(
        id => id !== user.id,
      );
      tell(
        { requestedReviewerId: user.id },
        { requested_reviewer: presentAccount({ urls, account: user }) },
      );
    }
  }
  for (const slug of options.teams ?? []) {
    const team = sandbox.state.teams
      .by('organisation', repository.ownerId)
      .find(candidate => candidate.slug === slug.toLowerCase());
    if (team && pull.requestedTeamIds.includes(team.id)) {
      pull.requestedTeamIds = pull.requestedTeamIds.filter(
        id => id !== team.id,
      );
      tell(
        { requestedTeamId: team.id },
        { requested_team: presentTeam({ sandbox, urls, team }) },
      );
    }
  }
}
