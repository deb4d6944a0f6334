import type { Sandbox } from '../../core/Sandbox';
import type { User } from '../../core/state';
import type { PullRequest } from '../PullRequest';

/** Whoever has reviewed is no longer asked to, and neither are the teams that they are in. */
export function settleRequests(options: {
  sandbox: Sandbox;
  issue: PullRequest;
  user: User;
}): void {
  const { sandbox, issue, user } = options;
  const { pull } = issue;
  pull.requestedReviewerIds = pull.requestedReviewerIds.filter(
    id => id !== user.id,
  );
  pull.requestedTeamIds = pull.requestedTeamIds.filter(
    id =>
      !sandbox.state.teams
        .get(id)
        ?.members.some(
          ({ userId, state }) => userId === user.id && state === 'active',
        ),
  );
}
