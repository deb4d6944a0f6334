import type { GraphqlError } from './GraphqlAnswer';

const TYPES = new Set([
  'RESOURCE_LIMITS_EXCEEDED',
  'MAX_NODE_LIMIT_EXCEEDED',
  'TIMEOUT',
  'INTERNAL',
  'SERVICE_UNAVAILABLE',
]);
const WORDS =
  /something went wrong while executing your query|resource limits|node limit|time(d )?[- ]?out|respond to your request in time/i;

/**
 * Whether an error says that the question was too large, so that a smaller one may be answered.
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#timeouts
 */
export function isTooMuch(error: GraphqlError): boolean {
  // Messages of the other types have names of repositories in them.
  return error.type ? TYPES.has(error.type) : WORDS.test(error.message);
}
