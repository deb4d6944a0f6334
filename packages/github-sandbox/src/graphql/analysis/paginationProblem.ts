import { Problem } from '../Problem';

/** The largest page. https://docs.github.com/graphql/guides/using-pagination-in-the-graphql-api */
const LARGEST_PAGE = 100;

/** What is wrong with the paging arguments of a connection. A connection that is only counted needs none. */
export function paginationProblem(options: {
  name: string;
  args: Record<string, unknown>;
  asksForRows: boolean;
}): Problem | undefined {
  const { name, args, asksForRows } = options;
  const given = (['first', 'last'] as const).filter(
    argument => typeof args[argument] === 'number',
  );
  if (given.length === 0) {
    return asksForRows
      ? new Problem({
          type: 'MISSING_PAGINATION_BOUNDARIES',
          message: `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
        })
      : undefined;
  }
  for (const argument of given) {
    const size = args[argument] as number;
    if (size > LARGEST_PAGE) {
      return new Problem({
        type: 'EXCESSIVE_PAGINATION',
        message: `Requesting ${size} records on the \`${name}\` connection exceeds the \`${argument}\` limit of ${LARGEST_PAGE} records.`,
      });
    }
    if (size < 0) {
      return new Problem({
        type: 'EXCESSIVE_PAGINATION',
        message: `\`${argument}\` on the \`${name}\` connection cannot be less than zero.`,
      });
    }
  }
  return undefined;
}
