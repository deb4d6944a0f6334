import type { RepositorySource } from '../../config/GithubSettings';
import type { KnownRepository } from '../../store/MirrorView';

/** Whether a source's filters let a repository in, as in stock: an empty one, which has no default branch, never. */
export function sourceAccepts(options: {
  source: Pick<RepositorySource, 'filters'>;
  repository: Pick<
    KnownRepository,
    'name' | 'topics' | 'isFork' | 'isArchived' | 'visibility' | 'defaultBranch'
  >;
}): boolean {
  const { repository, source } = options;
  const { filters } = source;
  const visibilities = (filters.visibility ?? []).map(each =>
    each.toLowerCase(),
  );
  return (
    Boolean(repository.defaultBranch) &&
    (filters.allowArchived || !repository.isArchived) &&
    (filters.allowForks || !repository.isFork) &&
    (!filters.repository || filters.repository.test(repository.name)) &&
    acceptsTopics(filters.topic, repository.topics) &&
    (visibilities.length === 0 || visibilities.includes(repository.visibility))
  );
}

/** An empty list is none. */
function acceptsTopics(
  { include, exclude }: RepositorySource['filters']['topic'],
  topics: string[],
): boolean {
  const hasOneOf = (list: string[]) => topics.some(each => list.includes(each));
  return (
    (!include?.length || hasOneOf(include)) &&
    (!exclude?.length || !hasOneOf(exclude))
  );
}
