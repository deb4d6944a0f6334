import { readBytes } from '../http/readBytes';

/** What a client sends. */
export interface GraphqlBody {
  query: string;
  operationName: string | undefined;
  variables: Record<string, unknown>;
}

export type ReadBody =
  | { outcome: 'read'; body: GraphqlBody }
  /** 400 */
  | { outcome: 'noJson' }
  | { outcome: 'noQuery' }
  /** 413 */
  | { outcome: 'tooLarge' };

/** Commits over GraphQL have whole files in them. */
const LARGEST = 50 * 1024 * 1024;

/** Reads the body of a request. https://docs.github.com/graphql/guides/forming-calls-with-graphql#communicating-with-graphql */
export async function readGraphqlBody(request: Request): Promise<ReadBody> {
  const read = await readBytes({ request, most: LARGEST });
  if (read.outcome === 'tooLarge') return read;
  let sent: unknown;
  try {
    sent = JSON.parse(read.bytes.toString());
  } catch {
    return { outcome: 'noJson' };
  }
  const { query, operationName, variables } = (sent ?? {}) as Record<
    string,
    unknown
  >;
  if (typeof query !== 'string') return { outcome: 'noQuery' };
  return {
    outcome: 'read',
    body: {
      query,
      operationName:
        typeof operationName === 'string' ? operationName : undefined,
      variables: readVariables(variables),
    },
  };
}

/** An object, or the text of one, which GitHub takes as well. */
function readVariables(variables: unknown): Record<string, unknown> {
  if (typeof variables === 'string') {
    try {
      return readVariables(JSON.parse(variables));
    } catch {
      return {};
    }
  }
  return variables !== null &&
    typeof variables === 'object' &&
    !Array.isArray(variables)
    ? (variables as Record<string, unknown>)
    : {};
}
