import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';

/** Where an entity was read, and where the reading began, as `type:target`. Throws `InputError` when it does not say. */
export function locationRefsOf(entity: Entity): {
  location: string;
  originLocation: string;
} {
  return {
    location: annotationOf(entity, ANNOTATION_LOCATION),
    originLocation: annotationOf(entity, ANNOTATION_ORIGIN_LOCATION),
  };
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
