import type { Sandbox } from '../../core/Sandbox';
import type { Issue, Label } from '../../core/state';

/** The labels of an issue or pull request, in the order in which they were set. */
export function labelsOf(options: { sandbox: Sandbox; issue: Issue }): Label[] {
  const { sandbox, issue } = options;
  return issue.labelIds.flatMap(id => sandbox.state.labels.get(id) ?? []);
}
