import { setTimeout as wait } from 'node:timers/promises';
import { ServiceUnavailableError } from '@backstage/errors';
import type { GithubService } from '@callboard/plugin-github-node';
import { askGraphql } from '../../github/graphql/askGraphql';
import { createLink } from '../../github/graphql/createLink';
import type { GraphqlError } from '../../github/graphql/GraphqlAnswer';
import type { Surroundings } from '../../github/graphql/Link';

/** GitHub's own limit is 10 seconds; then comes the way back. */
const WALL_MS = 12_000;

/** Asks GraphQL, with the credential of an owner. An answer may lack parts. */
export type AskGraphql = <T>(options: {
  host: string;
  owner: string;
  query: string;
  variables: Record<string, unknown>;
}) => Promise<{ data: T; errors: GraphqlError[] } | 'too-much'>;

/** See `AskGraphql`. */
export function createAsker(options: {
  github: GithubService;
  now: () => Date;
}): AskGraphql {
  const surroundings: Surroundings = {
    ...options,
    sleep: (ms, signal) => wait(ms, undefined, { signal }),
    wallMs: WALL_MS,
    random: Math.random,
  };
  return async <T>({
    host,
    owner,
    query,
    variables,
  }: Parameters<AskGraphql>[0]) => {
    const link = createLink({ host, owner, surroundings });
    const answer = await askGraphql<T>({
      link,
      question: { query, variables },
    });
    if (answer.outcome === 'too-much') return 'too-much';
    const { data, errors } = answer;
    return { data, errors };
  };
}

/** For a question that cannot be made smaller. */
export function tooMuch(what: string): Error {
  return new ServiceUnavailableError(
    `GitHub could not answer in time what was asked of ${what}`,
  );
}
