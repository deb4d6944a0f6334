import type { Entity } from '@backstage/catalog-model';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import {
  processingResult,
  type CatalogProcessor,
} from '@backstage/plugin-catalog-node';
import type { World } from './world';

/** What an entity asks of the test processor, in `spec.conformance`. */
export type Instructions = {
  /** Throw in this step. */
  throwIn?: 'preProcess' | 'validate' | 'postProcess';
  /** Emit errors besides the rest; processing goes on and then counts as failed. */
  emitErrors?: string[];
  /** Emit entities; `locationKey: null` means none. */
  children?: { entity: Entity; locationKey?: string | null }[];
  /** Emit locations. */
  locations?: { type: string; target: string }[];
  /** Emit relations from this entity, and the other way where `inverse` names a type. */
  relations?: { type: string; target: string; inverse?: string }[];
  refreshKeys?: string[];
  /** Set an annotation while pre-processing. */
  annotate?: { key: string; value: string };
};

/** A processor that does what entities ask it to, and refuses those that the world calls failing. */
export function testProcessor(world: World): CatalogProcessor {
  return {
    getProcessorName: () => 'conformance',
    async preProcessEntity(entity) {
      const { throwIn, annotate } = instructionsOf(entity);
      if (throwIn === 'preProcess') {
        throw new Error('Asked to throw while pre-processing');
      }
      if (!annotate) {
        return entity;
      }
      const annotations = {
        ...entity.metadata.annotations,
        [annotate.key]: annotate.value,
      };
      return { ...entity, metadata: { ...entity.metadata, annotations } };
    },
    async validateEntityKind(entity) {
      if (instructionsOf(entity).throwIn === 'validate') {
        throw new Error('Asked to throw while validating');
      }
      return entity.apiVersion === 'conformance/v1';
    },
    async postProcessEntity(entity, location, emit) {
      const reason = world.failing.get(stringifyEntityRef(entity));
      if (reason !== undefined) {
        throw new Error(reason);
      }
      const asked = instructionsOf(entity);
      if (asked.throwIn === 'postProcess') {
        throw new Error('Asked to throw while post-processing');
      }
      for (const message of asked.emitErrors ?? []) {
        emit(processingResult.generalError(location, message));
      }
      for (const child of asked.children ?? []) {
        emit(
          processingResult.entity(location, child.entity, {
            locationKey: child.locationKey,
          }),
        );
      }
      for (const child of asked.locations ?? []) {
        emit(processingResult.location(child));
      }
      for (const key of asked.refreshKeys ?? []) {
        emit(processingResult.refresh(key));
      }
      for (const { type, target: ref, inverse } of asked.relations ?? []) {
        const {
          kind,
          namespace = 'default',
          name,
        } = entity.metadata.namespace
          ? { kind: entity.kind, ...entity.metadata }
          : { kind: entity.kind, name: entity.metadata.name };
        const source = { kind, namespace, name };
        const target = parseEntityRef(ref);
        emit(processingResult.relation({ type, source, target }));
        if (inverse) {
          emit(
            processingResult.relation({
              type: inverse,
              source: target,
              target: source,
            }),
          );
        }
      }
      return entity;
    },
  };
}

function instructionsOf(entity: Entity): Instructions {
  return (entity.spec?.conformance as Instructions | undefined) ?? {};
}
