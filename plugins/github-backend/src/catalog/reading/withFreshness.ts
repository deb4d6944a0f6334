import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_INFERRED,
  ANNOTATION_LAG,
  ANNOTATION_SEEN_AT,
  ANNOTATION_SOURCE_COMMIT,
  ANNOTATION_SOURCE_FILE,
} from '@callboard/plugin-github-common';

/**
 * An entity of a descriptor with where and when it was seen. What a descriptor itself says of that is not taken. An entity whose metadata
 * are none is left as it is, for the catalog to refuse.
 */
export function withFreshness(options: {
  entity: Entity;
  file: { path: string; commit?: string; seenAt: string; lagMs?: number };
}): Entity {
  const { entity, file } = options;
  const { metadata } = entity;
  if (
    !isObject(metadata) ||
    (metadata.annotations && !isObject(metadata.annotations))
  ) {
    return entity;
  }
  const {
    [ANNOTATION_INFERRED]: _inferred,
    [ANNOTATION_SOURCE_COMMIT]: _commit,
    [ANNOTATION_LAG]: _lag,
    ...annotations
  } = metadata.annotations ?? {};
  return {
    ...entity,
    metadata: {
      ...metadata,
      annotations: {
        ...annotations,
        ...(file.commit && { [ANNOTATION_SOURCE_COMMIT]: file.commit }),
        [ANNOTATION_SOURCE_FILE]: file.path,
        [ANNOTATION_SEEN_AT]: file.seenAt,
        ...(file.lagMs !== undefined && {
          [ANNOTATION_LAG]: String(file.lagMs),
        }),
      },
    },
  };
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
