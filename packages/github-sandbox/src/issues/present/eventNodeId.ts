import { nodeId } from '../../core/nodeId';
import type { IssueEvent } from '../../core/state';

/** Names of GraphQL types that do not follow from the event's name. */
const TYPES: Record<string, string> = {
  renamed: 'RenamedTitleEvent',
  review_dismissed: 'ReviewDismissedEvent',
};

/** The GraphQL type of an event: `labeled` is a LabeledEvent, `head_ref_deleted` a HeadRefDeletedEvent. */
export function eventType(event: IssueEvent): string {
  return (
    TYPES[event.event] ??
    `${event.event
      .split('_')
      .map(word => word[0].toUpperCase() + word.slice(1))
      .join('')}Event`
  );
}

/** The global id of an event of an issue or pull request. */
export function eventNodeId(event: IssueEvent): string {
  return nodeId({ type: eventType(event), id: event.id });
}
