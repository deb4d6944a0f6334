import type { IssueChange } from './IssueChange';

/** Tells of a change as `pull_request` or `issues`. History of a seed is not told of. */
export function emitIssueChange(
  options: IssueChange & {
    action: string;
    extra?: Record<string, unknown>;
  },
): void {
  const { sandbox, repository, issue, actor, at, action, extra } = options;
  if (at !== undefined) return;
  sandbox.changed();
  sandbox.events.emit({
    name: issue.pull ? 'pull_request' : 'issues',
    action,
    repository,
    issue,
    extra,
    sender: actor,
  });
}
