import { roleOf } from '../../access';
import { ownersOfChanges } from '../protection/missingCodeOwners';
import { teamOfOwner } from '../protection/ownerIncludes';
import type { PullChange } from '../PullChange';
import { requestReviewers } from './requestReviewers';

/** Asks the code owners of what is changed for a review, as GitHub does when a pull request is opened or gets ready. */
export async function requestCodeOwners(options: PullChange): Promise<void> {
  const { sandbox, repository, issue } = options;
  const owners = [...new Set((await ownersOfChanges(options)).flat())];
  for (const owner of owners) {
    const team = teamOfOwner({ sandbox, owner });
    const user = sandbox.state.users.first(
      'login',
      owner.replace(/^@/, '').toLowerCase(),
    );
    if (team) requestReviewers({ ...options, teams: [team.slug] });
    if (
      user &&
      user.id !== issue.authorId &&
      roleOf({ sandbox, user, repository })
    ) {
      requestReviewers({ ...options, reviewers: [user.login] });
    }
  }
}
