import { parseEntityRef, type Entity } from '@backstage/catalog-model';

/** What people call the entity: its title, a person's or team's display name, else its name. */
export function entityName(entity: Entity): string {
  const profile = entity.spec?.profile as { displayName?: string } | undefined;
  return profile?.displayName ?? entity.metadata.title ?? entity.metadata.name;
}

/** The same for a ref whose entity may not be known. */
export function refName(
  ref: string,
  entities?: ReadonlyMap<string, Entity>,
): string {
  const entity = entities?.get(ref);
  return entity ? entityName(entity) : parseEntityRef(ref).name;
}
