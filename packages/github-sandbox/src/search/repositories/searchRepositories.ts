import type { Repository } from '../../core/state';
import type { Call, Route } from '../../http/Route';
import { refreshFacts } from '../../repositories/facts/refreshFacts';
import { presentRepository } from '../../repositories/present/presentRepository';
import { sortRepositories } from '../../repositories/lists/sortRepositories';
import { type SearchQuery, valuesOf } from '../parseQuery';
import { readSearch } from '../readSearch';
import { repositoriesInScope } from '../repositoriesInScope';
import { searchAnswer } from '../searchAnswer';
import { matchesRepository } from './matchesRepository';

/** https://docs.github.com/rest/search/search#search-repositories */
export const searchRepositories: Route = {
  route: 'GET /search/repositories',
  on: 'anything',
  access: { permission: { name: 'metadata', level: 'read' } },
  async handle(call) {
    const { sandbox } = call;
    const query = readSearch(call);
    const scope = repositoriesInScope({ call, query });
    // Only these look into the content.
    const needsFacts = ['language', 'license'].some(
      name => valuesOf({ query, name }).length > 0,
    );
    if (needsFacts) await refreshFacts({ sandbox, repositories: scope });
    const found = sorted({
      call,
      query,
      found: scope.filter(repository =>
        matchesRepository({ sandbox, repository, query }),
      ),
    });
    return searchAnswer({
      call,
      found,
      async present(rows) {
        await refreshFacts({ sandbox, repositories: rows });
        return rows.map(repository => ({
          ...presentRepository({ ...call, repository }),
          score: 1,
        }));
      },
    });
  },
};

function sorted(options: {
  call: Call;
  query: SearchQuery;
  found: Repository[];
}): Repository[] {
  const { call, query, found } = options;
  const order = call.query.get('order') ?? 'desc';
  const count = (repository: Repository, sort: string) =>
    sort === 'stars'
      ? call.sandbox.state.users.filter(({ starred }) =>
          starred.includes(repository.id),
        ).length
      : call.sandbox.state.repositories.filter(
          ({ parentId }) => parentId === repository.id,
        ).length;
  const sort = call.query.get('sort') ?? 'best-match';
  switch (sort) {
    case 'updated':
      return sortRepositories({
        repositories: found,
        sort: 'updated',
        direction: order,
      });
    case 'stars':
    case 'forks':
      return [...found].sort(
        (a, b) =>
          (order === 'asc' ? 1 : -1) * (count(a, sort) - count(b, sort)),
      );
    default:
      // The best match has the words in its name.
      return [...found].sort(
        (a, b) => rank(a, query) - rank(b, query) || a.id - b.id,
      );
  }
}

function rank({ name }: Repository, { words }: SearchQuery): number {
  const text = name.toLowerCase();
  if (words.join(' ') === text) return 0;
  return words.every(word => text.includes(word)) ? 1 : 2;
}
