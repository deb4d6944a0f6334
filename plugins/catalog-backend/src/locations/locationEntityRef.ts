import { stringifyEntityRef } from '@backstage/catalog-model';
import { locationSpecToMetadataName } from '@backstage/plugin-catalog-node';

/** The ref of the entity that stands for a location. */
export function locationEntityRef(location: {
  type: string;
  target: string;
}): string {
  return stringifyEntityRef({
    kind: 'Location',
    namespace: 'default',
    name: locationSpecToMetadataName(location),
  });
}
