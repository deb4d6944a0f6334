import {
  AuthenticationError,
  ServiceUnavailableError,
} from '@backstage/errors';
import type { Response } from 'express';

/** Headers that belong to the answer which is not sent. */
const OF_THE_ANSWER = /^(set-cookie|content-.*|etag|location)$/;

/**
 * Holds an answer's body back until a task with it has run. If the task fails, the client gets a 503, if it throws an `AuthenticationError` that one,
 * and no answer if the headers are on their way. For short answers, since all of it is kept in memory.
 */
export function beforeEnd(
  response: Response,
  task: (body: string) => Promise<void>,
  options: {
    /** Adds headers to the answer of an `AuthenticationError`. */
    onRefusal?: () => void;
  } = {},
): void {
  const end = response.end.bind(response) as (body?: Buffer | string) => void;
  const chunks: Buffer[] = [];
  // What keeps cookies of sessions sends an answer in two pieces.
  const take = (values: unknown[]) => {
    const [chunk, encoding] = values;
    if (typeof chunk === 'string') {
      chunks.push(
        Buffer.from(
          chunk,
          typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8',
        ),
      );
    } else if (chunk instanceof Uint8Array) {
      chunks.push(Buffer.from(chunk));
    }
    return values.find(value => typeof value === 'function') as
      | (() => void)
      | undefined;
  };

  response.write = ((...values: unknown[]) => {
    take(values)?.();
    return true;
  }) as Response['write'];

  response.end = ((...values: unknown[]) => {
    const done = take(values);
    if (done) response.once('finish', done);
    const body = Buffer.concat(chunks);
    task(body.toString()).then(
      () => (body.length > 0 ? end(body) : end()),
      failure => {
        // A session's cookie is saved by code that sends the headers first.
        if (response.headersSent) {
          response.destroy();
          return;
        }
        for (const name of response.getHeaderNames()) {
          if (OF_THE_ANSWER.test(name)) response.removeHeader(name);
        }
        const isRefused = failure instanceof AuthenticationError;
        const error = isRefused
          ? failure
          : new ServiceUnavailableError(
              'The session could not be written down. Try again shortly.',
            );
        response.statusCode = isRefused ? 401 : 503;
        if (isRefused) options.onRefusal?.();
        response.setHeader('content-type', 'application/json');
        end(
          JSON.stringify({
            error: { name: error.name, message: error.message },
            response: { statusCode: response.statusCode },
          }),
        );
      },
    );
    return response;
  }) as Response['end'];
}
