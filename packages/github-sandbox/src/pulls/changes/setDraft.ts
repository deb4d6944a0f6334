import { emitIssueChange } from '../../issues/events/emitIssueChange';
import { recordIssueEvent } from '../../issues/events/recordIssueEvent';
import type { PullChange } from '../PullChange';
import { requestCodeOwners } from '../reviews/requestCodeOwners';

/** Makes a pull request a draft, or ready for review. REST has no route for it; GraphQL has. */
export async function setDraft(
  options: PullChange & { draft: boolean },
): Promise<void> {
  const { issue, draft, at } = options;
  if (issue.pull.draft === draft) return;
  issue.pull.draft = draft;
  recordIssueEvent({
    ...options,
    event: draft ? 'convert_to_draft' : 'ready_for_review',
  });
  emitIssueChange({
    ...options,
    action: draft ? 'converted_to_draft' : 'ready_for_review',
  });
  if (!draft && at === undefined) await requestCodeOwners(options);
}
