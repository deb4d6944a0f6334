import type { Entity } from '@backstage/catalog-model';
import type {
  DeferredEntity,
  EntityRelationSpec,
} from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';

/** What running the processors over one entity came to. */
export type ProcessingOutcome =
  | {
      ok: true;
      completedEntity: Entity;
      deferredEntities: DeferredEntity[];
      relations: EntityRelationSpec[];
      refreshKeys: { key: string }[];
      errors: Error[];
      /** The processors' caches, `{ cache: { [processorName]: … } }`, stored for the next run. */
      state: JsonObject;
    }
  | { ok: false; errors: Error[] };

/** Runs all processors over one entity. Never throws, never writes. */
export interface EntityProcessing {
  process(request: {
    entity: Entity;
    /** What the last run returned as `state`. */
    state?: JsonObject;
  }): Promise<ProcessingOutcome>;
}
