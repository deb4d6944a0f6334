import type { Repository } from '../../core/state';

/** Sorts as lists of repositories do; by name the first comes first, by time the last. */
export function sortRepositories(options: {
  repositories: Repository[];
  sort: string;
  direction?: string | null;
}): Repository[] {
  const { repositories, sort, direction } = options;
  const key = (repository: Repository): string => {
    switch (sort) {
      case 'created':
        return repository.createdAt;
      case 'updated':
        return repository.updatedAt;
      case 'pushed':
        return repository.pushedAt ?? '';
      default:
        return repository.name.toLowerCase();
    }
  };
  const isName = sort === 'full_name';
  const sign = (direction ?? (isName ? 'asc' : 'desc')) === 'asc' ? 1 : -1;
  return [...repositories].sort((a, b) => {
    const [x, y] = [key(a), key(b)];
    if (x === y) return sign * (a.id - b.id);
    return x < y ? -sign : sign;
  });
}
