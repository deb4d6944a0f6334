import type { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_LAG,
  ANNOTATION_SEEN_AT,
  ANNOTATION_SOURCE_COMMIT,
} from '@callboard/plugin-github-common';

/** Since when an inferred entity is what it is. */
export interface Stamp {
  /** The head of the default branch at that time. */
  commit?: string;
  /** ISO 8601 */
  seenAt: string;
  /** From GitHub's own time of the change to `seenAt`, in milliseconds. */
  lagMs?: number;
}

/** An inferred entity with where and when it was seen. It has no file. */
export function withStamp(options: { entity: Entity; stamp: Stamp }): Entity {
  const { entity, stamp } = options;
  const { commit, seenAt, lagMs } = stamp;
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        ...(commit && { [ANNOTATION_SOURCE_COMMIT]: commit }),
        [ANNOTATION_SEEN_AT]: seenAt,
        ...(lagMs !== undefined && { [ANNOTATION_LAG]: String(lagMs) }),
      },
    },
  };
}
