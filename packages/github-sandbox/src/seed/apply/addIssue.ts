import { closeIssue } from '../../issues/changes/closeIssue';
import { newIssue } from '../../issues/newIssue';
import type { SeedIssue } from '../SeedConversation';
import { addTalk } from './addTalk';
import { describeConversation } from './describeConversation';
import type { RepositoryContext } from './SeedContext';

/** Adds an issue with everything that was said and done about it. */
export async function addIssue(options: {
  context: RepositoryContext;
  seededIssue: SeedIssue & { number: number };
}): Promise<void> {
  const { context, seededIssue } = options;
  const { sandbox, repository, user, at } = context;
  const issue = newIssue({
    sandbox,
    repository,
    author: user(seededIssue.author),
    title: seededIssue.title,
    body: seededIssue.body ?? null,
    number: seededIssue.number,
    pull: null,
    at: at(seededIssue.daysAgo),
  });
  describeConversation({ context, issue, said: seededIssue });
  await addTalk({ context, issue, said: seededIssue });
  if (seededIssue.state !== 'closed') return;
  closeIssue({
    sandbox,
    repository,
    issue,
    actor: user(seededIssue.closedBy ?? seededIssue.author),
    reason: seededIssue.reason,
    at: at(seededIssue.closedDaysAgo ?? 0),
  });
}
