import { parseEntityRef } from '@backstage/catalog-model';
import {
  type DeferredEntity,
  locationSpecToLocationEntity,
} from '@backstage/plugin-catalog-node';

/** The entity that stands for a location, as it is given to the catalog. `entityRef` keeps the name that it had when it was registered. */
export function toProvidedLocation(location: {
  type: string;
  target: string;
  entityRef?: string;
}): DeferredEntity & { locationKey: string } {
  const { type, target, entityRef } = location;
  const entity = locationSpecToLocationEntity({ location: { type, target } });
  if (entityRef) entity.metadata.name = parseEntityRef(entityRef).name;
  return { entity, locationKey: `${type}:${target}` };
}
