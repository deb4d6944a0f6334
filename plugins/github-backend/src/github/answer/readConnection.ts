import type { GraphqlError } from '../graphql/GraphqlAnswer';
import { errorsBelow } from '../graphql/errorsBelow';
import { isRefusal } from '../graphql/isRefusal';
import { isTooMuch } from '../graphql/isTooMuch';
import type { RawConnection } from '../graphql/RawRepository';
import { readRepository, type RepositoryAnswer } from './readRepository';

export type Found = Extract<RepositoryAnswer, { outcome: 'read' }>;

/** A list of repositories as far as an answer has it. */
export type ConnectionAnswer =
  | {
      outcome: 'read';
      found: Found[];
      next?: string;
      totalCount?: number;
      complete: boolean;
      problems: string[];
      /** See `PageRead.refused`. */
      refused: string[];
      /** GitHub left out what comes after `next`. */
      isCut: boolean;
    }
  /** GitHub left out already the first. */
  | { outcome: 'nothing'; reason: string };

/**
 * Reads one connection. Where GitHub ran out of resources the part before counts, and `next` is where it ended, so that nothing is asked for
 * twice. With `isSmallest` there is no smaller question: what is there is taken, as incomplete.
 */
export function readConnection(options: {
  connection: RawConnection | null | undefined;
  /** Where it is in the answer. */
  place: (string | number)[];
  errors: GraphqlError[];
  files: string[];
  /** Why anything in the answer may be missing. */
  doubt?: string;
  isSmallest: boolean;
}): ConnectionAnswer {
  const { connection, place, errors, files, doubt, isSmallest } = options;
  const { edges, pageInfo, totalCount } = connection ?? {};
  const own = errorsBelow(errors, place);
  if (!edges) {
    const reason = own[0]?.message ?? doubt ?? 'GitHub left out the list';
    return { outcome: 'nothing', reason };
  }
  const found: Found[] = [];
  const problems = doubt ? [doubt] : [];
  const refused: string[] = [];
  let complete = !doubt;
  let last: string | undefined;
  const cutAt = (reason: string): ConnectionAnswer =>
    last === undefined
      ? { outcome: 'nothing', reason }
      : {
          outcome: 'read',
          found,
          next: last,
          totalCount: totalCount ?? undefined,
          complete,
          problems,
          refused,
          isCut: true,
        };

  for (const [index, edge] of edges.entries()) {
    const here = errorsBelow(own, ['edges', index]);
    const tooMuch = here.find(isTooMuch);
    const isLeftOut = !edge?.node;
    if ((isLeftOut && here.length === 0) || tooMuch) {
      if (!isSmallest || isLeftOut) {
        return cutAt(tooMuch?.message ?? 'GitHub left out a repository');
      }
    }
    const answer: RepositoryAnswer = isLeftOut
      ? {
          outcome: 'unknown',
          reason: here[0].message,
          isRefused: here.every(isRefusal),
        }
      : readRepository({
          raw: edge.node!,
          files,
          errors: errorsBelow(here, ['node']),
          doubt,
        });
    if (answer.outcome === 'read') {
      found.push(answer);
      problems.push(...answer.problems);
      refused.push(...answer.refused);
      complete = complete && answer.problems.length === 0;
    } else if (answer.isRefused) {
      refused.push(answer.reason);
    } else {
      problems.push(answer.reason);
      complete = false;
    }
    last = edge?.cursor ?? last;
  }
  if (!pageInfo) return cutAt('GitHub left out where the next page begins');
  return {
    outcome: 'read',
    found,
    next: pageInfo.hasNextPage ? pageInfo.endCursor ?? last : undefined,
    totalCount: totalCount ?? undefined,
    complete,
    problems,
    refused,
    isCut: false,
  };
}
