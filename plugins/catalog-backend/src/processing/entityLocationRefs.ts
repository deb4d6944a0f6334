import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** Where an entity was read, as `type:target`. Throws `InputError` when it does not say. */
export function locationRefOf(entity: Entity): string {
  return annotationOf(entity, ANNOTATION_LOCATION);
}

/** Where the reading began that brought an entity, as `type:target`. Throws `InputError` when it does not say. */
export function originLocationRefOf(entity: Entity): string {
  return annotationOf(entity, ANNOTATION_ORIGIN_LOCATION);
}

function annotationOf(entity: Entity, name: string): string {
  const value = entity.metadata.annotations?.[name];
  if (!value) {
    throw new InputError(
      `Entity '${stringifyEntityRef(
        entity,
      )}' does not have the annotation ${name}`,
    );
  }
  return value;
}
