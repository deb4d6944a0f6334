import type { RequestHandler } from 'express';

const SECONDS = '5';

/** Says when to come back wherever the portal answers 503 and does not say so itself. */
export function retryAfter(): RequestHandler {
  return (_, response, next) => {
    const writeHead = response.writeHead.bind(response);
    response.writeHead = ((status: number, ...rest: unknown[]) => {
      if (status === 503 && !response.hasHeader('retry-after')) {
        response.setHeader('retry-after', SECONDS);
      }
      return writeHead(status, ...(rest as []));
    }) as typeof response.writeHead;
    next();
  };
}
