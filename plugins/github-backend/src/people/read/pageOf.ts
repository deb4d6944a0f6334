import type { GraphqlError } from '../../github/graphql/GraphqlAnswer';

/** A page of a list, as far as it came. */
export interface Page<T> {
  nodes: T[];
  /** Of those that came, the ones of which some fields are missing. */
  doubtful: T[];
  /** Where the next page begins; undefined after the last. */
  next?: string;
  /** False where nodes are missing, or the whole of it. */
  isWhole: boolean;
}

/** Reads a GraphQL connection that may be damaged. `path` is where it is in the answer. */
export function pageOf<T>(options: {
  connection:
    | {
        pageInfo?: { hasNextPage: boolean; endCursor: string | null } | null;
        nodes?: (T | null)[] | null;
      }
    | null
    | undefined;
  errors: GraphqlError[];
  path: readonly (string | number)[];
}): Page<T> {
  const { connection, errors, path } = options;
  const { pageInfo, nodes } = connection ?? {};
  if (!pageInfo || !nodes) return { nodes: [], doubtful: [], isWhole: false };
  const damaged = new Set(
    errors.flatMap(error =>
      error.path && startsWith(error.path, [...path, 'nodes'])
        ? [error.path[path.length + 1]]
        : [],
    ),
  );
  const there = nodes.flatMap((node, index) =>
    node ? [{ node, isDoubtful: damaged.has(index) }] : [],
  );
  return {
    nodes: there.map(({ node }) => node),
    doubtful: there.flatMap(({ node, isDoubtful }) =>
      isDoubtful ? [node] : [],
    ),
    ...(pageInfo.hasNextPage &&
      pageInfo.endCursor && { next: pageInfo.endCursor }),
    isWhole: there.length === nodes.length,
  };
}

function startsWith(
  path: readonly (string | number)[],
  start: readonly (string | number)[],
): boolean {
  return start.every((part, index) => path[index] === part);
}
