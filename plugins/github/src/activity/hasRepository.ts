import type { Entity } from '@backstage/catalog-model';

const SLUG = 'github.com/project-slug';

/** Components that name a repository of GitHub, `acme/shop`, which is what tabs and cards are about. */
export function hasRepository(entity: Entity): boolean {
  return (
    entity.kind.toLocaleLowerCase('en-US') === 'component' &&
    Boolean(entity.metadata.annotations?.[SLUG]?.trim())
  );
}
