import type { Entity } from '@backstage/catalog-model';
import { serializeError } from '@backstage/errors';
import { authorizeValidation } from '../../permissions/authorizeValidation';
import { audited } from '../audited';
import type { RouteHandler } from '../RouteHandler';
import type { RouterOptions } from '../RouterOptions';
import { InvalidEntityError } from './InvalidEntityError';
import { readValidationRequest } from './readValidationRequest';

/** `POST /validate-entity`: 200 without a body, or 400 with the list of `errors`. */
export function validateEntity(options: RouterOptions): RouteHandler {
  const { processing, permissions, httpAuth, auditor } = options;
  return async (request, response) => {
    try {
      await audited({
        auditor,
        request,
        eventId: 'entity-validate',
        async work(succeeded) {
          const entity = asInvalidEntity(() => readValidationRequest(request));
          const credentials = await httpAuth.credentials(request);
          await authorizeValidation({ permissions, credentials });
          const outcome = await processing.process({ entity });
          if (!outcome.ok) throw new InvalidEntityError(outcome.errors);
          await succeeded();
          response.status(200).end();
        },
      });
    } catch (error) {
      if (!(error instanceof InvalidEntityError)) throw error;
      response
        .status(400)
        .json({ errors: error.errors.map(each => serializeError(each)) });
    }
  };
}

function asInvalidEntity(read: () => Entity): Entity {
  try {
    return read();
  } catch (error) {
    throw new InvalidEntityError([error as Error]);
  }
}
