import { AuthenticationError } from '@backstage/errors';
import type { GraphqlAnswer, GraphqlError, Question } from './GraphqlAnswer';
import { isTooMuch } from './isTooMuch';
import { isRequestFailure, judgeFailure } from './judgeFailure';
import type { Link } from './Link';
import { pause } from './pause';

/** How often one question is sent, as long as a limit or the network is in the way. */
const MOST_TRIES = 4;
/** A gateway that gives up after so long has met GitHub's wall; before that it may have been a passing failure. */
const WALL_MS = 8_000;

/**
 * Asks GitHub one question. Waits where a limit or the network is in the way; that the question was too much for GitHub is an outcome, and
 * so is an answer that lacks parts. Throws Octokit's errors otherwise, also where `data` is missing altogether.
 * https://docs.github.com/en/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api
 */
export async function askGraphql<T>(options: {
  link: Link;
  question: Question;
}): Promise<GraphqlAnswer<T>> {
  const { link, question } = options;
  const { now } = link.surroundings;
  for (let attempt = 1; ; attempt += 1) {
    link.signal?.throwIfAborted();
    const octokit = await link.graphql();
    const began = now().getTime();
    try {
      const data = await octokit.graphql<T>(question.query, question.variables);
      return { outcome: 'answered', data, errors: [] };
    } catch (error) {
      if (isPartial<T>(error)) return readPartial<T>(error);
      const judgement = judgeFailure(error);
      if (judgement === 'too-much') {
        const { message } = error as Error;
        return {
          outcome: 'too-much',
          isWall:
            now().getTime() - began >= WALL_MS ||
            /was not answered within/.test(message),
          reason: message,
          error: error as Error,
        };
      }
      if (isUnauthenticated(error)) throw noCredential({ link, error });
      if (judgement === 'final' || attempt >= MOST_TRIES) throw error;
      if (judgement === 'unreachable') await pause({ link, attempt });
    }
  }
}

function isUnauthenticated(error: unknown): error is Error {
  return isRequestFailure(error) && error.status === 401;
}

/** GraphQL is for nobody without one. https://docs.github.com/en/graphql/guides/forming-calls-with-graphql#authenticating-with-graphql */
function noCredential(options: { link: Link; error: Error }): Error {
  const { link, error } = options;
  return new AuthenticationError(
    `${link.host} wants a credential for questions about ${link.owner}, or refuses the one that it was given: install the GitHub App there, or check the token below integrations.github`,
    error,
  );
}

/** As Octokit throws what has `errors`, also where it has `data`. */
interface PartialAnswer<T> extends Error {
  data?: T | null;
  errors: GraphqlError[];
}

function isPartial<T>(error: unknown): error is PartialAnswer<T> {
  return (
    error instanceof Error &&
    error.name === 'GraphqlResponseError' &&
    Array.isArray((error as { errors?: unknown }).errors)
  );
}

function readPartial<T>(error: PartialAnswer<T>): GraphqlAnswer<T> {
  const { data, errors } = error;
  if (data) return { outcome: 'answered', data, errors };
  if (!errors.some(isTooMuch)) throw error;
  const reason = errors.map(({ message }) => message).join(' ');
  return { outcome: 'too-much', isWall: true, reason, error };
}
