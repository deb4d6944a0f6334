import { emitIssueChange } from '../events/emitIssueChange';
import type { IssueChange } from '../events/IssueChange';
import { recordIssueEvent } from '../events/recordIssueEvent';

/** Changes the title or the body of an issue or pull request. */
export function editText(
  options: IssueChange & { title?: string; body?: string | null },
): void {
  const { issue, title, body } = options;
  const changes: Record<string, { from: string | null }> = {};
  if (title !== undefined && title !== issue.title) {
    changes.title = { from: issue.title };
    recordIssueEvent({
      ...options,
      event: 'renamed',
      detail: { rename: { from: issue.title, to: title } },
    });
    issue.title = title;
  }
  if (body !== undefined && body !== issue.body) {
    changes.body = { from: issue.body };
    issue.body = body;
    issue.updatedAt = options.at ?? options.sandbox.clock.iso();
  }
  if (Object.keys(changes).length > 0) {
    emitIssueChange({ ...options, action: 'edited', extra: { changes } });
  }
}
