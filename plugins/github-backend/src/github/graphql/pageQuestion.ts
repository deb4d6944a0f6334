import type { Wanted } from '../GithubRepositories';
import type { Question } from './GraphqlAnswer';
import { peopleFields } from './peopleFields';
import type { RawConnection } from './RawRepository';
import { repositoryFields } from './repositoryFields';

export type Order = 'name' | 'pushed' | 'updated';

/** Of `pageQuestion` and `newestQuestion`, which has two of them. */
export type OwnerAnswer<Names extends string> = {
  repositoryOwner:
    | ({ login: string } & Record<Names, RawConnection | null>)
    | null;
};

/** https://docs.github.com/en/graphql/reference/enums#repositoryorderfield */
const ORDERS = {
  name: { field: 'NAME', direction: 'ASC' },
  pushed: { field: 'PUSHED_AT', direction: 'DESC' },
  updated: { field: 'UPDATED_AT', direction: 'DESC' },
} as const;

/** The owner's own repositories alone: a person's list would else have those in which they only collaborate. */
const OWN = 'ownerAffiliations: [OWNER]';

const ROWS = `
      totalCount
      pageInfo { hasNextPage endCursor }`;

/** One page of an owner's repositories, as `repositoryOwner.repositories` of the answer; with `people` what `peopleFields` says. */
export function pageQuestion(options: {
  owner: string;
  order: Order;
  size: number;
  after?: string;
  wanted: Wanted;
  people?: boolean;
}): Question {
  const { owner, order, size, after, wanted, people } = options;
  const { fragment, declarations, variables } = repositoryFields(wanted);
  return {
    query: `
      query CallboardRepositories($owner: String!, $size: Int!, $after: String, $order: RepositoryOrder!${declarations}) {
        rateLimit { cost }
        repositoryOwner(login: $owner) {
          login
          repositories(first: $size, after: $after, orderBy: $order, ${OWN}) {${ROWS}
            edges { cursor node { ...Fields } }
          }
        }${people ? peopleFields : ''}
      }${fragment}`,
    variables: {
      ...variables,
      owner,
      size,
      after: after ?? null,
      order: ORDERS[order],
    },
  };
}

/** The newest by push and by change: `repositoryOwner.byPush` and `repositoryOwner.byUpdate`; with `people` what `peopleFields` says. */
export function newestQuestion(options: {
  owner: string;
  size: number;
  wanted: Wanted;
  people?: boolean;
}): Question {
  const { owner, size, wanted, people } = options;
  const { fragment, declarations, variables } = repositoryFields(wanted);
  return {
    query: `
      query CallboardNewest($owner: String!, $size: Int!, $pushed: RepositoryOrder!, $updated: RepositoryOrder!${declarations}) {
        rateLimit { cost }
        repositoryOwner(login: $owner) {
          login
          byPush: repositories(first: $size, orderBy: $pushed, ${OWN}) {${ROWS}
            edges { cursor node { ...Fields } }
          }
          byUpdate: repositories(first: $size, orderBy: $updated, ${OWN}) {${ROWS}
            edges { cursor node { ...Fields } }
          }
        }${people ? peopleFields : ''}
      }${fragment}`,
    variables: {
      ...variables,
      owner,
      size,
      pushed: ORDERS.pushed,
      updated: ORDERS.updated,
    },
  };
}

/** Only where the next page begins and what stands before it: cheap enough for a repository that is too much for GitHub. */
export function skipQuestion(options: {
  owner: string;
  order: Order;
  after?: string;
}): Question {
  const { owner, order, after } = options;
  return {
    query: `
      query CallboardSkip($owner: String!, $after: String, $order: RepositoryOrder!) {
        rateLimit { cost }
        repositoryOwner(login: $owner) {
          login
          repositories(first: 1, after: $after, orderBy: $order, ${OWN}) {${ROWS}
            edges { cursor node { name } }
          }
        }
      }`,
    variables: { owner, after: after ?? null, order: ORDERS[order] },
  };
}
