import type { Issue } from '../../../core/state';
import { sorted } from '../../connections/sorted';
import type { GraphqlContext } from '../../GraphqlContext';

/** Issues or pull requests in the order of an `IssueOrder`; by their age where nothing is said. */
export function issueOrder<Row extends Issue>(options: {
  rows: Row[];
  orderBy: { field: string; direction: 'ASC' | 'DESC' } | null | undefined;
  context: GraphqlContext;
}): Row[] {
  const { rows, orderBy, context } = options;
  return sorted({
    // The numbers rise with the age, also where a seed has put them in another order.
    rows: [...rows].sort(
      (a, b) => a.repositoryId - b.repositoryId || a.number - b.number,
    ),
    orderBy,
    by: {
      CREATED_AT: row => row.createdAt,
      UPDATED_AT: row => row.updatedAt,
      COMMENTS: row =>
        context.sandbox.state.comments.by('issue', row.id).length,
    },
  });
}
