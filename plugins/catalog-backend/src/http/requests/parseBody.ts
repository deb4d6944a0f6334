import { InputError } from '@backstage/errors';
import type { Request } from 'express';
import { isPlainObject } from 'lodash';
import type { z } from 'zod/v3';

/** The body of a request as a schema wants it. Throws an `InputError` that says what is wrong with it. */
export function parseBody<T>(
  request: Request,
  schema: z.ZodSchema<T, z.ZodTypeDef, unknown>,
): T {
  const contentType = request.header('content-type');
  if (!contentType) throw new InputError('Content-Type missing');
  if (!/^application\/json($|;)/.test(contentType))
    throw new InputError('Illegal Content-Type');
  const { body } = request;
  if (!body) throw new InputError('Missing request body');
  if (!isPlainObject(body))
    throw new InputError('Expected body to be a JSON object');
  if (Object.keys(body).length === 0)
    throw new InputError('Empty request body');
  const result = schema.safeParse(body);
  if (!result.success)
    throw new InputError(`Malformed request: ${result.error}`);
  return result.data;
}
