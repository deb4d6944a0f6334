import { hash as digest } from 'node:crypto';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { DeferredEntity } from '@backstage/plugin-catalog-node';
import { HASH_PREFIX } from './stitch';

/** An entity that somebody brings in, made ready to be compared and stored. */
export type Deferred = {
  entityRef: string;
  /** JSON. */
  json: string;
  /** Of the JSON, so that another order of keys gives another hash; see `isSameContent`. */
  hash: string;
  locationKey: string | null;
};

export function toDeferred(deferred: DeferredEntity): Deferred {
  const json = JSON.stringify(deferred.entity);
  return {
    entityRef: stringifyEntityRef(deferred.entity),
    json,
    hash: `${HASH_PREFIX}${digest('sha1', json)}`,
    locationKey: deferred.locationKey || null,
  };
}
