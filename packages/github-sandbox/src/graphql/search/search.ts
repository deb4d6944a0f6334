import type { Account, Repository } from '../../core/state';
import { GitHubError } from '../../http/GitHubError';
import type { Call } from '../../http/Route';
import { searchIssues } from '../../issues/search/searchIssues';
import { refreshFacts } from '../../repositories/facts/refreshFacts';
import { parseQuery } from '../../search/parseQuery';
import { matchesRepository } from '../../search/repositories/matchesRepository';
import { repositoriesInScope } from '../../search/repositoriesInScope';
import { connection } from '../connections/connection';
import type { ConnectionArguments } from '../connections/connection';
import type { GraphqlContext } from '../GraphqlContext';
import { isReadable } from '../rights/isReadable';
import { samlProblem } from '../rights/samlProblem';
import { repositoryNode } from '../resolvers/repositories/repositoryNode';
import { source } from '../sources/source';
import { searchAccounts } from './searchAccounts';
import { sortFound } from './sortFound';

/** GitHub shows no more of what it finds. */
const MOST_RESULTS = 1000;

/** https://docs.github.com/graphql/reference/queries#searchresultitemconnection */
export async function search(options: {
  args: ConnectionArguments & { query: string; type: string };
  context: GraphqlContext;
}) {
  const { args, context } = options;
  const { sandbox, viewer } = context;
  switch (args.type) {
    case 'REPOSITORY': {
      const rows = await searchRepositories(args.query, context);
      return page({
        rows,
        args,
        node: row => repositoryNode({ repository: row, context }),
        count: 'repositoryCount',
      });
    }
    case 'USER':
      return page<Account>({
        rows: searchAccounts({ query: args.query, context }),
        args,
        node: account =>
          (account.kind === 'organisation' &&
            samlProblem({ context, organisation: account })) ||
          source.account(account),
        count: 'userCount',
      });
    case 'ISSUE':
      return page({
        rows: searchIssues({ sandbox, viewer, query: args.query })
          .filter(({ repository, issue }) =>
            isReadable({
              context,
              repository,
              permission: issue.pull ? 'pull_requests' : 'issues',
            }),
          )
          .map(({ issue }) => issue),
        args,
        node: source.issue,
        count: 'issueCount',
      });
    default:
      // There are no discussions here.
      return page<Account>({
        rows: [],
        args,
        node: source.account,
        count: 'discussionCount',
      });
  }
}

async function searchRepositories(
  text: string,
  context: GraphqlContext,
): Promise<Repository[]> {
  const { sandbox } = context;
  const query = parseQuery(text);
  try {
    // It asks for who calls and nothing else of a REST request.
    const call = context as unknown as Call;
    const scope = repositoriesInScope({ call, query });
    if (/\b(language|license):/.test(text)) {
      await refreshFacts({ sandbox, repositories: scope });
    }
    const found = scope.filter(repository =>
      matchesRepository({ sandbox, repository, query: withoutSort(query) }),
    );
    return sortFound({ found, query, context });
  } catch (error) {
    // Where REST answers 422, GraphQL finds nothing.
    if (error instanceof GitHubError) return [];
    throw error;
  }
}

/** The order is no property of a repository. */
function withoutSort(query: ReturnType<typeof parseQuery>) {
  return {
    ...query,
    qualifiers: query.qualifiers.filter(({ name }) => name !== 'sort'),
  };
}

function page<Row extends { id: number }>(options: {
  rows: Row[];
  args: ConnectionArguments;
  node: (row: Row) => unknown;
  count: string;
}) {
  const { rows, args, node, count } = options;
  return connection({
    rows: rows.slice(0, MOST_RESULTS),
    args,
    key: ({ id }) => id,
    node,
    edge: () => ({ textMatches: [] }),
    more: {
      codeCount: 0,
      discussionCount: 0,
      issueCount: 0,
      repositoryCount: 0,
      userCount: 0,
      wikiCount: 0,
      [count]: rows.length,
    },
  });
}
