import { stringifyEntityRef } from '@backstage/catalog-model';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import { stableHash } from './stableHash';

/** An entity that somebody brings in, made ready to be compared and stored. */
export type Deferred = {
  entityRef: string;
  /** JSON. */
  json: string;
  hash: string;
  locationKey: string | null;
};

export function toDeferred(deferred: DeferredEntity): Deferred {
  return {
    entityRef: stringifyEntityRef(deferred.entity),
    json: JSON.stringify(deferred.entity),
    hash: stableHash(deferred.entity),
    locationKey: deferred.locationKey || null,
  };
}
