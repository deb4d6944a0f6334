import type { Request } from 'express';

/** Whether the content type is one that both the parser and the validator take for JSON. */
export function isPlainJsonRequest(request: Request): boolean {
  const type = request.headers['content-type'];
  return (
    type === 'application/json' || type === 'application/json; charset=utf-8'
  );
}
