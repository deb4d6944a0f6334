import type { Octokit } from 'octokit';
import type { GraphqlError } from '../../github/graphql/GraphqlAnswer';
import { isTooMuch } from '../../github/graphql/isTooMuch';

/** GitHub's answer to a query. */
export interface GraphqlAnswer {
  /** Null where nothing at all came. */
  data: Record<string, any> | null;
  errors: GraphqlError[];
  /** GitHub gave up: the same in smaller pages may work. */
  isTooMuch: boolean;
}

/**
 * Asks, and gives what came also where GitHub left parts out. Throws what else goes wrong, such as Octokit's `RequestError` and refusals of
 * the budget, but for the answers of GitHub's wall of 10 seconds.
 * https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#timeouts
 */
export async function askGraphql(options: {
  octokit: Octokit;
  query: string;
  variables: Record<string, unknown>;
}): Promise<GraphqlAnswer> {
  const { octokit, query, variables } = options;
  try {
    const data = await octokit.graphql<Record<string, any>>(query, variables);
    return { data, errors: [], isTooMuch: false };
  } catch (error) {
    const { name, status, data, errors } = error as {
      name?: string;
      status?: number;
      data?: Record<string, any> | null;
      errors?: GraphqlError[];
    };
    if (name === 'GraphqlResponseError' && Array.isArray(errors)) {
      return { data: data ?? null, errors, isTooMuch: errors.some(isTooMuch) };
    }
    if (status === 502 || status === 504) {
      const message = `GitHub answered ${status}: it could not read this much within its 10 seconds`;
      return { data: null, errors: [{ message }], isTooMuch: true };
    }
    throw error;
  }
}
