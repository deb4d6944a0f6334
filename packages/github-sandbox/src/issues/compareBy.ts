import type { Sandbox } from '../core/Sandbox';
import type { Issue } from '../core/state';

/** The order that a list is asked for with `sort` (created, updated, comments) and `direction`; newest first where nothing is said. */
export function compareBy(options: {
  sandbox: Sandbox;
  query: URLSearchParams;
}): (a: Issue, b: Issue) => number {
  const { sandbox, query } = options;
  const sign = query.get('direction') === 'asc' ? 1 : -1;
  const comments = (issue: Issue) =>
    sandbox.state.comments.by('issue', issue.id).length;
  const compare = (a: Issue, b: Issue) => {
    switch (query.get('sort')) {
      case 'updated':
        return a.updatedAt.localeCompare(b.updatedAt);
      case 'comments':
        return comments(a) - comments(b);
      default:
        return a.createdAt.localeCompare(b.createdAt);
    }
  };
  return (a, b) => sign * (compare(a, b) || a.number - b.number);
}
