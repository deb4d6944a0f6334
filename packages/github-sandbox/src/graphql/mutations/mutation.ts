import { actorOf } from '../../access';
import type { User } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import type { GraphqlContext } from '../GraphqlContext';
import { Problem } from '../Problem';
import type { ProblemType } from '../Problem';
import type { Resolver } from '../resolvers/Resolvers';

const WORDS: Record<string, string> = {
  missing_field: "can't be blank",
  missing: 'does not exist',
  already_exists: 'already exists',
  invalid: 'is invalid',
};

/** What a mutation is called with. */
export interface MutationCall {
  /** As the schema has it. */
  input: any;
  /** Whose doing it is: the person, or the App's bot. */
  actor: User;
  context: GraphqlContext;
  /** `CreateRef`, as errors write it. */
  name: string;
}

/** A mutation: what it returns is its payload, without `clientMutationId`. Errors of the functions that REST calls become GraphQL's. */
export function mutation(
  run: (
    call: MutationCall,
  ) => Promise<Record<string, unknown>> | Record<string, unknown>,
): Resolver<unknown> {
  return async (_parent, { input }, context, info) => {
    try {
      const payload = await run({
        input,
        actor: actorOf(context.viewer),
        context,
        name: info.fieldName[0].toUpperCase() + info.fieldName.slice(1),
      });
      return { clientMutationId: input.clientMutationId ?? null, ...payload };
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      throw new Problem({
        type: typeOf(error.status),
        message: messageOf(error),
      });
    }
  };
}

/** A refusal that is nothing but a sentence. */
export function unprocessable(message: string): Problem {
  return new Problem({ type: 'UNPROCESSABLE', message });
}

/** The problems of REST's 422 in one sentence, as GraphQL has them. */
export function problemsOf(
  problems: Array<{ field?: string; code: string; message?: string }>,
): Problem {
  return unprocessable(
    problems
      .map(
        ({ field, code, message }) =>
          message ?? `${field} ${WORDS[code] ?? `is ${code}`}`,
      )
      .join(', '),
  );
}

function typeOf(status: number): ProblemType {
  if (status === 404) return 'NOT_FOUND';
  return status === 401 || status === 403 ? 'FORBIDDEN' : 'UNPROCESSABLE';
}

function messageOf(error: GitHubError): string {
  const texts = (error.errors ?? []).flatMap(one =>
    typeof one === 'string' ? one : (one as { message?: string }).message ?? [],
  );
  return texts.length > 0 ? texts.join(', ') : error.message;
}
