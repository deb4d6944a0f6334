import type { IssueEvent } from '../../core/state';
import type { IssueChange } from './IssueChange';

/** Writes an event into the history of an issue or pull request, under GitHub's name for it: `closed`, `labeled`. */
export function recordIssueEvent(
  options: IssueChange & {
    event: string;
    /** As in the REST answer, with numbers of people as `…Id`. */
    detail?: Record<string, unknown>;
  },
): IssueEvent {
  const { sandbox, issue, actor, event, detail = {} } = options;
  const createdAt = options.at ?? sandbox.clock.iso();
  issue.updatedAt = createdAt > issue.updatedAt ? createdAt : issue.updatedAt;
  return sandbox.state.issueEvents.insert({
    id: sandbox.nextId(),
    issueId: issue.id,
    event,
    actorId: actor.id,
    createdAt,
    detail,
  });
}
