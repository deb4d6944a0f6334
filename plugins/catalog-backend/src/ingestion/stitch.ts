import { hash as digest } from 'node:crypto';
import { ENTITY_STATUS_CATALOG_PROCESSING_TYPE } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import type { SerializedError } from '@backstage/errors';
import type { PreparedRows } from '../index/EntityIndex';
import type { FinalRelation } from './LedgerView';
import { withoutScriptUrls } from './withoutScriptUrls';

const ORPHAN_ANNOTATION = 'backstage.io/orphan';

/**
 * Begins each hash that the engine writes. The stock catalog computes hashes without it: so it takes every row of ours for a changed
 * one and writes its own tables anew, and we recognise what it has written.
 */
export const HASH_PREFIX = 'callboard-1:';

/** An entity as it is served. */
export type FinalEntity = {
  entityId: string;
  entityRef: string;
  /** Differs when anything but the uid and the etag differs. */
  hash: string;
  entity: Entity;
  /** `entity` as JSON. */
  body: string;
  /** What the index made of it. */
  prepared?: PreparedRows;
};

/** Puts together what processing left of an entity, its relations, whether it is an orphan, and the errors of the last run. */
export function stitch(options: {
  entityId: string;
  entityRef: string;
  /** The processed entity. Not changed. */
  processed: Entity;
  /** The same as JSON, as it is stored. */
  processedJson: string;
  relations: FinalRelation[];
  isOrphan: boolean;
  /** A JSON array of serialised errors, as `refresh_state.errors` holds it. */
  errors: string;
}): FinalEntity {
  const { entityId, entityRef, processed, processedJson, relations } = options;
  const statusItems = statusItemsOf(options.errors);
  const hash = digest(
    'sha1',
    [
      processedJson,
      relations.map(r => `${r.type} ${r.targetRef}`).join(' '),
      options.isOrphan ? 'orphan' : '',
      statusItems.length ? options.errors : '',
    ].join('\n'),
  );

  const entity = withoutScriptUrls({
    ...processed,
    metadata: {
      ...processed.metadata,
      uid: entityId,
      etag: processed.metadata.etag || hash,
    },
    relations,
  }) as Entity & { status?: { items?: unknown[] } };
  if (options.isOrphan) {
    entity.metadata.annotations = {
      ...entity.metadata.annotations,
      [ORPHAN_ANNOTATION]: 'true',
    };
  }
  if (statusItems.length) {
    entity.status = {
      ...entity.status,
      items: [...(entity.status?.items ?? []), ...statusItems],
    };
  }
  return {
    entityId,
    entityRef,
    hash: `${HASH_PREFIX}${hash}`,
    entity,
    body: JSON.stringify(entity),
  };
}

function statusItemsOf(errors: string) {
  if (errors === '' || errors === '[]') return [];
  const parsed: SerializedError[] = JSON.parse(errors);
  return parsed.map(error => ({
    type: ENTITY_STATUS_CATALOG_PROCESSING_TYPE,
    level: 'error',
    message: `${error.name}: ${error.message}`,
    error,
  }));
}
