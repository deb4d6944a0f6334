import type { ErrorLike } from '@backstage/errors';

/** The HTTP status of a response error. */
export function statusOf(error: ErrorLike): number | undefined {
  if (typeof error.statusCode === 'number') return error.statusCode;
  return error.name === 'NotAllowedError' ? 403 : undefined;
}
