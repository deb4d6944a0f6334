import type { User } from '../../core/state';
import { emitIssueChange } from '../events/emitIssueChange';
import type { IssueChange } from '../events/IssueChange';
import { payloadUrls } from '../events/payloadUrls';
import { recordIssueEvent } from '../events/recordIssueEvent';
import { presentPerson } from '../present/presentPerson';
import { readAssignees } from '../readAssignees';

/** GitHub's limit. https://docs.github.com/rest/issues/assignees#add-assignees-to-an-issue */
const MOST_ASSIGNEES = 10;

/** Assigns an issue or pull request to exactly these people. Logins that it cannot be assigned to are left out, as GitHub does. */
export function setAssignees(
  options: IssueChange & { logins: string[] },
): void {
  const { sandbox, repository, issue, actor, logins } = options;
  const { people } = readAssignees({ sandbox, repository, logins });
  const before = issue.assigneeIds.flatMap(
    id => sandbox.state.users.get(id) ?? [],
  );
  const after = people.slice(0, MOST_ASSIGNEES);
  issue.assigneeIds = after.map(({ id }) => id);

  const tell = (user: User, added: boolean) => {
    const name = added ? 'assigned' : 'unassigned';
    recordIssueEvent({
      ...options,
      event: name,
      detail: { assigneeId: user.id, assignerId: actor.id },
    });
    emitIssueChange({
      ...options,
      action: name,
      extra: {
        assignee: presentPerson({
          sandbox,
          urls: payloadUrls(sandbox),
          id: user.id,
        }),
      },
    });
  };
  after
    .filter(user => !before.includes(user))
    .forEach(user => tell(user, true));
  before
    .filter(user => !after.includes(user))
    .forEach(user => tell(user, false));
}
