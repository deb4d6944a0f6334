import type { Repository } from '../../core/state';
import { forksOf } from '../../repositories/present/forksOf';
import { valuesOf } from '../../search/parseQuery';
import type { SearchQuery } from '../../search/parseQuery';
import type { GraphqlContext } from '../GraphqlContext';
import { starsOf } from '../resolvers/repositories/starsOf';

/** Puts found repositories in the order of `sort:stars-asc`; the oldest first where nothing is said. */
export function sortFound(options: {
  found: Repository[];
  query: SearchQuery;
  context: GraphqlContext;
}): Repository[] {
  const { found, query, context } = options;
  const [sort, order] = valuesOf({ query, name: 'sort' })[0]?.split('-') ?? [];
  const weight = (repository: Repository): number => {
    switch (sort) {
      case 'stars':
        return starsOf({ repository, context }).length;
      case 'forks':
        return forksOf({ sandbox: context.sandbox, repository }).length;
      case 'updated':
        return Date.parse(repository.updatedAt);
      default:
        return -repository.id;
    }
  };
  const sign = order === 'asc' ? 1 : -1;
  return [...found].sort((a, b) => sign * (weight(a) - weight(b)));
}
