import type { Issue, IssueEvent } from '../../../core/state';
import { eventNodeId, eventType } from '../../../issues/present/eventNodeId';
import type { GraphqlContext } from '../../GraphqlContext';
import { loadSchema } from '../../schema/loadSchema';
import { source } from '../../sources/source';
import { issuePath } from '../conversations/issuePath';
import { personById } from '../shared/personById';
import { eventDetails } from './eventDetails';

/** An event of a timeline, unless the schema has no type for it; with the issue or pull request under every name that the schema has for it. */
export function eventNode(options: {
  event: IssueEvent;
  issue: Issue;
  context: GraphqlContext;
}): ({ __typename: string } & Record<string, unknown>) | undefined {
  const { event, issue, context } = options;
  const type = eventType(event);
  if (!loadSchema({ enterprise: false }).getType(type)) return undefined;
  const subject = source.issue(issue);
  const path = `${issuePath({ issue, context })}#event-${event.id}`;
  return {
    __typename: type,
    id: eventNodeId(event),
    databaseId: event.id,
    actor: personById({ id: event.actorId, context }),
    createdAt: event.createdAt,
    url: `${context.urls.html}${path}`,
    resourcePath: path,
    assignable: subject,
    closable: subject,
    labelable: subject,
    lockable: subject,
    subject,
    ...(issue.pull && { pullRequest: subject }),
    ...eventDetails(options),
  };
}
