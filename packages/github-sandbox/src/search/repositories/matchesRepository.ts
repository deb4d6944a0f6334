import type { Sandbox } from '../../core/Sandbox';
import type { Repository } from '../../core/state';
import { knownFacts } from '../../repositories/facts/knownFacts';
import { forksOf } from '../../repositories/present/forksOf';
import { matchesRange } from '../matchesRange';
import { type Qualifier, type SearchQuery, valuesOf } from '../parseQuery';

/** Whether a repository fits a search, beside whose it is. https://docs.github.com/search-github/searching-on-github/searching-for-repositories */
export function matchesRepository(options: {
  sandbox: Sandbox;
  repository: Repository;
  query: SearchQuery;
}): boolean {
  const { repository, query } = options;
  const forks = valuesOf({ query, name: 'fork' })[0];
  const isFork = repository.parentId !== null;
  // Forks are left out unless they are asked for.
  if (isFork ? forks !== 'true' && forks !== 'only' : forks === 'only') {
    return false;
  }
  return (
    matchesWords(options) &&
    query.qualifiers.every(
      qualifier => fits(options, qualifier) !== qualifier.not,
    )
  );
}

function matchesWords({
  repository,
  query,
}: {
  repository: Repository;
  query: SearchQuery;
}): boolean {
  const places = valuesOf({ query, name: 'in' }).flatMap(value =>
    value.split(','),
  );
  const isIn = (place: string) => places.length === 0 || places.includes(place);
  const text = [
    ...(isIn('name') ? [repository.name] : []),
    ...(isIn('description') ? [repository.description ?? ''] : []),
    ...(isIn('topics') ? repository.topics : []),
  ]
    .join('\n')
    .toLowerCase();
  return query.words.every(word => text.includes(word));
}

/** What is not known here, as `org`, is decided elsewhere and fits. A negated one that is unknown must not exclude everything. */
function fits(
  { sandbox, repository }: { sandbox: Sandbox; repository: Repository },
  { name, value, not }: Qualifier,
): boolean {
  const range = (actual: number | string) =>
    matchesRange({ range: value, actual });
  switch (name) {
    case 'topic':
      return repository.topics.includes(value.toLowerCase());
    case 'topics':
      return range(repository.topics.length);
    case 'language':
      return (
        Object.keys(
          knownFacts(repository)?.languages ?? {},
        )[0]?.toLowerCase() === value.toLowerCase()
      );
    case 'license':
      return (
        (repository.licenseKey ?? knownFacts(repository)?.licenceKey) ===
        value.toLowerCase()
      );
    case 'is':
      return isWhat(repository, value);
    case 'archived':
      return repository.archived === (value === 'true');
    case 'template':
      return repository.isTemplate === (value === 'true');
    case 'created':
      return range(repository.createdAt);
    case 'pushed':
      return range(repository.pushedAt ?? repository.createdAt);
    case 'stars':
      return range(
        sandbox.state.users.filter(({ starred }) =>
          starred.includes(repository.id),
        ).length,
      );
    case 'forks':
      return range(forksOf({ sandbox, repository }).length);
    default:
      return !not;
  }
}

function isWhat(repository: Repository, value: string): boolean {
  return value === 'archived'
    ? repository.archived
    : repository.visibility === value;
}
