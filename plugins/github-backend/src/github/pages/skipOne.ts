import { ServiceUnavailableError } from '@backstage/errors';
import type { PageRead } from '../GithubRepositories';
import { askGraphql } from '../graphql/askGraphql';
import type { Link } from '../graphql/Link';
import {
  skipQuestion,
  type Order,
  type OwnerAnswer,
} from '../graphql/pageQuestion';
import type { PageSizes } from './PageSizes';

/** Repositories in a row that may be skipped; beyond that it is GitHub that has a problem and not the repositories. */
export const MOST_IN_ROW = 3;

/**
 * An incomplete page that is empty and leads past one repository that is too much for GitHub. Throws where GitHub cannot even say what comes
 * after it.
 */
export async function skipOne(options: {
  link: Link;
  sizes: PageSizes;
  order: Order;
  after?: string;
  /** Why it is skipped. */
  reason: string;
  /** Thrown where GitHub has no answer to this either. */
  error: Error;
}): Promise<PageRead> {
  const { link, sizes, order, after, reason, error } = options;
  const answer = await askGraphql<OwnerAnswer<'repositories'>>({
    link,
    question: skipQuestion({ owner: link.owner, order, after }),
  });
  if (answer.outcome === 'too-much') throw error;
  const { edges, pageInfo, totalCount } =
    answer.data.repositoryOwner?.repositories ?? {};
  const cursor = pageInfo?.endCursor;
  if (!cursor || sizes.skipped(link) > MOST_IN_ROW) throw error;
  const name = edges?.[0]?.node?.name;
  return {
    repositories: [],
    next: pageInfo?.hasNextPage ? cursor : undefined,
    totalCount: totalCount ?? undefined,
    complete: false,
    refused: [],
    problems: [
      `${
        name ? `${link.owner}/${name}` : `A repository of ${link.owner}`
      } is skipped, since GitHub did not answer even for it alone: ${reason}`,
    ],
  };
}

/** For a question that was answered without what was asked for. */
export function leftOut(options: { link: Link; reason: string }): Error {
  const { host, owner } = options.link;
  return new ServiceUnavailableError(
    `${host} leaves parts out of its answers about ${owner}, however little is asked for: ${options.reason}`,
  );
}
