import { Problem } from '../Problem';
import { readCursor, writeCursor } from './cursor';

/** The paging arguments that every connection has. That `first` and `last` are in their limits has been checked before. */
export interface ConnectionArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
}

/**
 * One page of `rows`, which are all that the viewer may see, in their order. Cursors stand for rows, not for places: what is added
 * elsewhere does not move a page.
 */
export function connection<Row>(options: {
  rows: Row[];
  args: ConnectionArguments;
  key: (row: Row) => string | number;
  node: (row: Row) => unknown;
  /** Further fields of an edge. */
  edge?: (row: Row) => Record<string, unknown>;
  /** Further fields of the connection. */
  more?: Record<string, unknown>;
}) {
  const { rows, args, key, node, edge, more } = options;
  const place = (cursor: string) => {
    const position = readCursor(cursor);
    if (!position) {
      throw new Problem({
        type: 'INVALID_CURSOR_ARGUMENTS',
        message: `\`${cursor}\` does not appear to be a valid cursor.`,
      });
    }
    const found = rows.findIndex(row => key(row) === position.key);
    return found === -1
      ? { from: position.index, to: position.index }
      : { from: found + 1, to: found };
  };

  let from = args.after ? place(args.after).from : 0;
  let to = args.before ? place(args.before).to : rows.length;
  if (typeof args.first === 'number') to = Math.min(to, from + args.first);
  if (typeof args.last === 'number') from = Math.max(from, to - args.last);
  const page = rows.slice(from, Math.max(from, to));
  const cursor = (row: Row, index: number) =>
    writeCursor({ key: key(row), index: from + index });

  return {
    totalCount: rows.length,
    pageInfo: {
      hasNextPage: from + page.length < rows.length,
      hasPreviousPage: from > 0 && rows.length > 0,
      startCursor: page.length > 0 ? cursor(page[0], 0) : null,
      endCursor: page.length > 0 ? cursor(page.at(-1)!, page.length - 1) : null,
    },
    nodes: () => page.map(node),
    edges: () =>
      page.map((row, index) => ({
        cursor: cursor(row, index),
        node: () => node(row),
        ...edge?.(row),
      })),
    ...more,
  };
}
