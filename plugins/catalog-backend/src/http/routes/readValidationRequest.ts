import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
  entityEnvelopeSchemaValidator,
  parseLocationRef,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { Request } from 'express';
import { z } from 'zod/v3';
import { parseBody } from '../requests/parseBody';

const LOCATION_ANNOTATIONS = [ANNOTATION_LOCATION, ANNOTATION_ORIGIN_LOCATION];

const bodySchema = z.object({ entity: z.unknown(), location: z.string() });
const validateEnvelope = entityEnvelopeSchemaValidator();

/**
 * The entity to validate, as if it came from the given location, which must be a URL. An entity that says itself where it comes from
 * is refused: it could claim to come from a file, and the errors would show the content of files next to it.
 */
export function readValidationRequest(request: Request): Entity {
  const body = parseBody(request, bodySchema);
  const entity: Entity = validateEnvelope(body.entity);
  if (parseLocationRef(body.location).type !== 'url')
    throw new TypeError(
      `Invalid location ref ${body.location}, only 'url:<target>' is supported, e.g. url:https://host/path`,
    );
  const given = entity.metadata.annotations ?? {};
  for (const name of LOCATION_ANNOTATIONS) {
    if (given[name] !== undefined)
      throw new InputError(
        `The annotation ${name} is set by the catalog. Remove it from the entity; "location" says where the entity comes from.`,
      );
  }
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...given,
        [ANNOTATION_LOCATION]: body.location,
        [ANNOTATION_ORIGIN_LOCATION]: body.location,
      },
    },
  };
}
