import type { Issue, Reaction } from '../../core/state';
import { setAssignees } from '../../issues/changes/setAssignees';
import { setLabels } from '../../issues/changes/setLabels';
import { setMilestone } from '../../issues/changes/setMilestone';
import { addReaction } from '../../issues/reactions/addReaction';
import type { SeedConversation } from '../SeedConversation';
import type { RepositoryContext } from './SeedContext';

/** Gives an issue or pull request its labels, assignees, milestone and reactions, all at the time when it was opened. */
export function describeConversation(options: {
  context: RepositoryContext;
  issue: Issue;
  said: Partial<SeedConversation>;
}): void {
  const { context, issue, said } = options;
  const { sandbox, repository, user } = context;
  const at = issue.createdAt;
  const actor = sandbox.state.users.get(issue.authorId)!;
  const change = { sandbox, repository, issue, actor, at };
  if (said.labels) setLabels({ ...change, names: said.labels });
  if (said.assignees) setAssignees({ ...change, logins: said.assignees });
  if (said.milestone !== undefined) {
    const milestone = sandbox.state.milestones
      .by('repository', repository.id)
      .find(({ title }) => title === said.milestone)!;
    setMilestone({ ...change, number: milestone.number });
  }
  for (const [content, logins] of Object.entries(said.reactions ?? {})) {
    for (const login of logins) {
      addReaction({
        sandbox,
        subject: { kind: 'issue', id: issue.id },
        user: user(login),
        content: content as Reaction['content'],
        at,
      });
    }
  }
}
