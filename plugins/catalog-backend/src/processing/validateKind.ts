import {
  type Entity,
  entitySchemaValidator,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { ConflictError, InputError } from '@backstage/errors';
import type { LocationSpec } from '@backstage/plugin-catalog-common';
import { callHook } from './callHook';
import type { Hooks } from './Hooks';
import type { ProcessingRun } from './ProcessingRun';

const validateEntity = entitySchemaValidator();

/** Where in its file an entity that was rejected is wrong, if that is known. */
export type WhereWrong = (rejected: {
  entity: Entity;
  location: LocationSpec;
}) => string | undefined;

/**
 * The stage that asks whether an entity is a valid one of its kind. Throws `ConflictError` where it changed its name, or is no entity any
 * more, and `InputError` where a processor objects, with the place where that is known, or where none recognises it.
 */
export async function validateKind(options: {
  entity: Entity;
  run: ProcessingRun;
  hooks: Pick<Hooks, 'validate'>;
  whereWrong?: WhereWrong;
}): Promise<Entity> {
  const { entity, run, hooks, whereWrong } = options;
  const { entityRef } = run;
  if (stringifyEntityRef(entity) !== entityRef) {
    throw new ConflictError(
      'Fatal: The entity kind, namespace, or name changed during processing',
    );
  }
  try {
    validateEntity(entity);
  } catch (error) {
    throw new ConflictError(
      `Entity envelope for ${entityRef} failed validation after preprocessing`,
      error,
    );
  }
  let isValid = false;
  for (const chained of hooks.validate) {
    // All are asked, since any of them may object.
    const isRecognized = await callHook({
      run,
      entity,
      hook: 'validateEntityKind',
      chained,
      doing: `validating the entity ${entityRef}`,
      call: () => chained.processor.validateEntityKind(entity),
    }).catch(error => {
      const where = whereWrong?.({ entity, location: run.location });
      throw where ? new InputError(where, error) : error;
    });
    isValid ||= isRecognized;
  }
  if (!isValid) {
    throw new InputError(
      `No processor recognized the entity ${entityRef} as valid, possibly caused by a foreign kind or apiVersion`,
    );
  }
  return entity;
}
