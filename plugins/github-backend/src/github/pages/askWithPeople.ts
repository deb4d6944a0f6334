import { askGraphql } from '../graphql/askGraphql';
import type { GraphqlAnswer, Question } from '../graphql/GraphqlAnswer';
import type { Link } from '../graphql/Link';

/**
 * Asks a question that may be about people too. Undefined where GitHub answers with nothing but an error that may be about them, as to a token
 * without the scope read:org.
 */
export async function askWithPeople<T>(options: {
  link: Link;
  question: Question;
  people: boolean;
}): Promise<GraphqlAnswer<T> | undefined> {
  const { link, question, people } = options;
  return askGraphql<T>({ link, question }).catch((error: Error) => {
    if (people && error.name === 'GraphqlResponseError') return undefined;
    throw error;
  });
}
