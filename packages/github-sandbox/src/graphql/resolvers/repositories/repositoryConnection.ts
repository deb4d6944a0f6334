import type { Repository } from '../../../core/state';
import { knownFacts } from '../../../repositories/facts/knownFacts';
import { connection } from '../../connections/connection';
import type { ConnectionArguments } from '../../connections/connection';
import { sorted } from '../../connections/sorted';
import type { GraphqlContext } from '../../GraphqlContext';
import { isVisible } from '../../rights/isVisible';
import { starsOf } from './starsOf';
import { repositoryNode } from './repositoryNode';

/** The arguments that lists of repositories share. */
export interface RepositoryArguments extends ConnectionArguments {
  privacy?: 'PUBLIC' | 'PRIVATE' | null;
  visibility?: 'PUBLIC' | 'PRIVATE' | 'INTERNAL' | null;
  isFork?: boolean | null;
  isArchived?: boolean | null;
  isLocked?: boolean | null;
  hasIssuesEnabled?: boolean | null;
  orderBy?: { field: string; direction: 'ASC' | 'DESC' } | null;
}

/** Those of the repositories that the viewer may see and that fit the arguments, oldest first where nothing is said. */
export function repositoryConnection(options: {
  repositories: Repository[];
  args: RepositoryArguments;
  context: GraphqlContext;
  edge?: (repository: Repository) => Record<string, unknown>;
  more?: Record<string, unknown>;
}) {
  const { args, context, edge, more } = options;
  const given = (value: unknown) => value !== null && value !== undefined;
  const rows = options.repositories
    .filter(repository => isVisible({ context, repository }))
    .filter(
      ({ visibility, parentId, archived, features }) =>
        (!args.visibility || visibility === args.visibility.toLowerCase()) &&
        (!args.privacy ||
          (visibility === 'public') === (args.privacy === 'PUBLIC')) &&
        (!given(args.isFork) || (parentId !== null) === args.isFork) &&
        (!given(args.isArchived) || archived === args.isArchived) &&
        (!given(args.hasIssuesEnabled) ||
          features.issues === args.hasIssuesEnabled) &&
        args.isLocked !== true,
    )
    .sort((a, b) => a.id - b.id);
  return connection({
    rows: sorted({
      rows,
      orderBy: args.orderBy,
      by: {
        CREATED_AT: row => row.createdAt,
        UPDATED_AT: row => row.updatedAt,
        PUSHED_AT: row => row.pushedAt,
        NAME: row => row.name.toLowerCase(),
        STARGAZERS: row => starsOf({ repository: row, context }).length,
      },
    }),
    args,
    key: row => row.id,
    node: row => repositoryNode({ repository: row, context }),
    edge,
    more: {
      totalDiskUsage: () =>
        rows.reduce((sum, row) => sum + (knownFacts(row)?.sizeKb ?? 0), 0),
      ...more,
    },
  });
}
