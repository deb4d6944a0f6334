import { InputError } from '@backstage/errors';
import express, { type RequestHandler } from 'express';

/** Parses a JSON body of at most `limit`. The parser's own error quotes the text, which may hold a secret; this one does not. */
export function jsonBody(options: { limit: string }): RequestHandler {
  const parse = express.json(options);
  return (request, response, next) =>
    parse(request, response, (error?: { type?: string }) =>
      next(
        error?.type === 'entity.parse.failed'
          ? new InputError('The body of the request is not JSON')
          : error,
      ),
    );
}
