import type { Issue } from '../../../core/state';
import { labelsOf } from '../../../issues/labels/labelsOf';
import type { GraphqlContext } from '../../GraphqlContext';

/** Whether an issue has one of the labels with these names. No names: every issue. */
export function hasLabels(options: {
  issue: Issue;
  names: string[] | null | undefined;
  context: GraphqlContext;
}): boolean {
  const { issue, names, context } = options;
  if (!names) return true;
  const wanted = names.map(name => name.toLowerCase());
  return labelsOf({ sandbox: context.sandbox, issue }).some(({ name }) =>
    wanted.includes(name.toLowerCase()),
  );
}
