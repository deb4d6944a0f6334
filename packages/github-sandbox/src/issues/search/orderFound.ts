import type { Sandbox } from '../../core/Sandbox';
import type { FoundIssue } from './searchIssues';

/** Puts what a search has found in order; the newest first where nothing is said. */
export function orderFound(options: {
  sandbox: Sandbox;
  found: FoundIssue[];
  sort: string | undefined;
  ascending: boolean;
}): FoundIssue[] {
  const { sandbox, found, sort, ascending } = options;
  const weight = ({ issue }: FoundIssue): number => {
    switch (sort) {
      case 'updated':
        return Date.parse(issue.updatedAt);
      case 'comments':
        return sandbox.state.comments.by('issue', issue.id).length;
      case 'reactions':
        return sandbox.state.reactions.by('subject', `issue:${issue.id}`)
          .length;
      default:
        return Date.parse(issue.createdAt);
    }
  };
  const sign = ascending ? 1 : -1;
  return [...found].sort(
    (a, b) => sign * (weight(a) - weight(b) || a.issue.id - b.issue.id),
  );
}
