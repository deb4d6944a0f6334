import { isError } from '@backstage/errors';
import type { ErrorRequestHandler } from 'express';

const RETRY_AFTER_SECONDS = 5;

/** Tells clients when to come back after a `ServiceUnavailableError`. The error itself is answered by the framework. */
export const adviseRetry: ErrorRequestHandler = (
  error,
  _request,
  response,
  next,
) => {
  if (
    isError(error) &&
    error.name === 'ServiceUnavailableError' &&
    !response.headersSent
  )
    response.setHeader('Retry-After', RETRY_AFTER_SECONDS);
  next(error);
};
