import type { Entity } from '@backstage/catalog-model';

/** Whether an entity has the tabs of builds and pull requests, as `@callboard/plugin-github` shows them. */
export function hasRepository(
  entity: Pick<Entity, 'kind' | 'metadata'>,
): boolean {
  const slug = entity.metadata.annotations?.['github.com/project-slug'];
  return entity.kind.toLowerCase() === 'component' && Boolean(slug?.trim());
}
